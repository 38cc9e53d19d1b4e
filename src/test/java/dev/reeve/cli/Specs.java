package dev.reeve.cli;

import dev.reeve.task.TaskSpec;
import java.time.Duration;
import java.util.List;

/** Tasks as they were asked for, where little of them matters. */
final class Specs {

    private Specs() {}

    static TaskSpec of(String label, String group) {
        return of(label, group, null, 2);
    }

    static TaskSpec of(String label, String group, Duration timeout, int priority) {
        return new TaskSpec(
                label, null, label, priority, null, null, null, timeout, null, null, null, null, null, null, null, null,
                List.of(), null, group, List.of(), null, null, null, null, null, null, null, null, null);
    }
}
