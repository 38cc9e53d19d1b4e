package dev.reeve.cli.call;

import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;

/** The attempt in whose process a command was called. */
public record Inside(TaskFolder task, AttemptFolder attempt, String agent) {

    /** True if a task calls, of whatever workspace. */
    public static boolean isTask(Invocation call) {
        return !call.environment().getOrDefault("REEVE_TASK_ID", "").isEmpty();
    }

    /** What only a person can answer. */
    public static UserError notForTasks(String task) {
        return new UserError(
                Exit.USAGE,
                task + " asks a person, and this is called in a task: no agent answers in a person's place.");
    }

    /** @return null if nobody's task calls, or one of another workspace */
    public static Inside of(Invocation call, Workspace here) {
        Map<String, String> variables = call.environment();
        String folder = variables.getOrDefault("REEVE_TASK_DIR", "");
        String number = variables.getOrDefault("REEVE_ATTEMPT", "");
        String workspace = variables.getOrDefault("REEVE_WORKSPACE", "");
        if (folder.isEmpty()
                || !number.matches("[1-9][0-9]{0,8}")
                || !here.root().equals(Path.of(workspace))) {
            return null;
        }
        TaskFolder task = new TaskFolder(Path.of(folder));
        return new Inside(task, task.attempt(Integer.parseInt(number)), variables.getOrDefault("REEVE_AGENT", ""));
    }
}
