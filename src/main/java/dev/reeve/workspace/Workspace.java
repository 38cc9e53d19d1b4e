package dev.reeve.workspace;

import java.nio.file.Path;

/** The tree of a workspace: each of its paths has one name, here. */
public record Workspace(Path root) {

    public static final String SETTINGS = "reeve.yaml";

    public Path settings() {
        return root.resolve(SETTINGS);
    }

    public Path houseRules() {
        return root.resolve("AGENTS.md");
    }

    public Path statusPage() {
        return root.resolve("STATUS.md");
    }

    public Path statusJson() {
        return root.resolve("status.json");
    }

    public Path stop() {
        return root.resolve("STOP");
    }

    public Path agents() {
        return root.resolve("agents");
    }

    public AgentFolder agent(String name) {
        return new AgentFolder(agents().resolve(name));
    }

    /** The door for tasks that name their agent themselves. */
    public Path tasks() {
        return root.resolve("tasks");
    }

    public Path events() {
        return root.resolve("events");
    }

    public Path schedules() {
        return root.resolve("schedules");
    }

    public Path shared() {
        return root.resolve("shared");
    }

    /** Where tasks of this state are; for DONE, the folder of the dates. */
    public Path state(State state) {
        return root.resolve(state.folder());
    }

    /** A task in any state but DONE, which has a date between. */
    public TaskFolder task(State state, String id) {
        return new TaskFolder(state(state).resolve(id));
    }

    public Path doneOn(String date) {
        return state(State.DONE).resolve(date);
    }

    /** Where a task is made before it can be seen in the queue. Reeve's alone, completed after a crash. */
    public TaskFolder staging(String id) {
        return new TaskFolder(state(State.QUEUE).resolve("." + id));
    }

    public Path rejected() {
        return root.resolve("rejected");
    }

    public Path records() {
        return root.resolve("state");
    }

    public Path supervisorLock() {
        return records().resolve("supervisor.lock");
    }

    public Path supervisorJson() {
        return records().resolve("supervisor.json");
    }

    public Path breakers() {
        return records().resolve("breakers.json");
    }

    public Path rates() {
        return records().resolve("rates.json");
    }

    /** One small file for each idempotency key. */
    public Path keys() {
        return records().resolve("keys");
    }

    /** The script that runs an attempt, under a name of its content: a running shell still reads the one it began. */
    public Path shim(String hash) {
        return records().resolve("shim-" + hash + ".sh");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path audit(String date) {
        return logs().resolve("audit-" + date + ".jsonl");
    }
}
