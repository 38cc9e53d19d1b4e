package dev.reeve.supervisor;

import java.nio.file.Path;

/**
 * A folder where tasks are dropped.
 *
 * @param agent whose door it is; null for the one where a task names its agent itself
 * @param name relative to the workspace, as a record tells it
 */
record Door(Path path, String agent, String name) {

    /** Whose door this was; null for the one at the top. */
    static String agentOfName(String name) {
        String[] parts = name.split("/");
        return parts.length == 3 ? parts[1] : null;
    }

    static String nameOf(String agent) {
        return agent == null ? "tasks" : "agents/" + agent + "/tasks";
    }
}
