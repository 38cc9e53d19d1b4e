package dev.reeve.workspace;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tree of a workspace: each of its paths has one name, here. */
public record Workspace(Path root) {

    public static final String SETTINGS = "reeve.yaml";

    /** Every folder that a workspace must have before anything is done in it, parents first. */
    public List<Path> folders() {
        List<Path> folders = new ArrayList<>(
                List.of(agents(), tasks(), events(), schedules(), presets(), shared(), rejected(), records(), logs()));
        for (State state : State.values()) {
            folders.add(state(state));
        }
        return folders;
    }

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

    /** The same as numbers, for a monitor. */
    public Path metrics() {
        return root.resolve("metrics.prom");
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

    /** The agents that there are, by name. */
    public List<AgentFolder> agentFolders(Disk disk) throws IOException {
        List<AgentFolder> folders = new ArrayList<>();
        for (String name : disk.list(agents())) {
            Stat stat = name.startsWith(".") ? null : disk.stat(agents().resolve(name));
            if (stat != null && stat.isFolder()) {
                folders.add(agent(name));
            }
        }
        folders.sort(Comparator.comparing(AgentFolder::name));
        return folders;
    }

    /** Where an agent is made before it can be seen; {@code number} tells two makers apart. */
    public AgentFolder agentStaging(String name, int number) {
        return agent("." + name + "." + number);
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

    /** @param file as {@code daily.md} */
    public Path schedule(String file) {
        return schedules().resolve(file);
    }

    /** What Reeve remembers of schedules: a small file for each, and beside it a door. */
    public Path slots() {
        return records().resolve("slots");
    }

    public Path slotRecord(String schedule) {
        return slots().resolve(schedule + ".json");
    }

    /** Where the tasks of a schedule are made and taken. Reeve's alone. */
    public Path slotDoor(String schedule) {
        return slots().resolve(schedule);
    }

    /** Agent programs that the user has described himself. */
    public Path presets() {
        return root.resolve("presets");
    }

    public Path preset(String file) {
        return presets().resolve(file);
    }

    /** A path as people name it: relative to the workspace. */
    public String shown(Path inside) {
        return root.relativize(inside).toString();
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

    /** What was dropped and could not be understood, with its why.md. */
    public TaskFolder rejected(String name) {
        return new TaskFolder(rejected().resolve(name));
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

    /** @param month as in {@code 2026-11} */
    public Path spending(String month) {
        return records().resolve("spending-" + month + ".jsonl");
    }

    /** A small file for each git worktree that Reeve has made. */
    public Path worktrees() {
        return records().resolve("worktrees");
    }

    public Path worktree(String id) {
        return worktrees().resolve(id + ".json");
    }

    /** When it was last looked whether something is to be removed for its age. */
    public Path retention() {
        return records().resolve("retention.json");
    }

    /** How far the alerts were handed to the alert command. */
    public Path alarm() {
        return records().resolve("alarm.json");
    }

    /** Whose turn it is among agents that are picked one after the other. */
    public Path turns() {
        return records().resolve("turns.json");
    }

    public Path pauses() {
        return records().resolve("pauses.json");
    }

    /** The person's own prices of models. */
    public Path prices() {
        return root.resolve("prices.yaml");
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

    /** Of which day a log is, by its name: of one of a month, the last. Null if it is of none, or of now. */
    public String dateOfLog(String name) {
        String date = name.length() < 16 ? "" : name.substring(6, 16);
        if (Where.isDate(date) && logs().resolve(name).equals(audit(date))) {
            return date;
        }
        String month = name.length() < 14 ? "" : name.substring(7, 14);
        return Where.isDate(month + "-01") && logs().resolve(name).equals(alerts(month)) ? lastOf(month) : null;
    }

    private static String lastOf(String month) {
        try {
            return YearMonth.parse(month).atEndOfMonth().toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What wants a person's eye. */
    public Path alerts() {
        return logs().resolve("alerts.jsonl");
    }

    /** @param month as in {@code 2026-11} */
    public Path alerts(String month) {
        return logs().resolve("alerts-" + month + ".jsonl");
    }

    /** The events that were taken: a folder for each date. */
    public Path eventLog() {
        return logs().resolve("events");
    }

    public Path eventsOn(String date) {
        return eventLog().resolve(date);
    }

    /** Where an event is while its tasks are made. Reeve's alone, completed after a crash. */
    public EventFolder eventStaging(String id) {
        return new EventFolder(eventLog().resolve("." + id));
    }

    public EventFolder event(String date, String id) {
        return new EventFolder(eventsOn(date).resolve(id));
    }

    /** What the supervisor says when launchd or systemd runs it. */
    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }
}
