package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of one agent. */
public record AgentFolder(Path path) {

    public String name() {
        return path.getFileName().toString();
    }

    public Path config() {
        return path.resolve("agent.yaml");
    }

    /** A file that agent.yaml names, relative to this folder. */
    public Path file(String named) {
        return path.resolve(named).normalize();
    }

    /** DOOR: a task for this agent. */
    public Path tasks() {
        return path.resolve("tasks");
    }

    public Path inbox() {
        return messages().live();
    }

    /** The messages to this agent. */
    public InboxFiles messages() {
        return new InboxFiles(path);
    }

    public Path sessions() {
        return path.resolve("sessions");
    }

    /** @param label a safe name */
    public SessionFolder session(String label) {
        return new SessionFolder(sessions().resolve(label));
    }

    /** One line for each attempt that ended. */
    public Path history() {
        return path.resolve("history.jsonl");
    }

    /** A link to its last finished task. */
    public Path last() {
        return path.resolve("last");
    }

    /** What its programs keep in a home, where they run in a sandbox. */
    public Path home() {
        return path.resolve("home");
    }

    public Path work() {
        return path.resolve("work");
    }

    public Path dailyLog(String date) {
        return path.resolve("memory").resolve(date + ".md");
    }
}
