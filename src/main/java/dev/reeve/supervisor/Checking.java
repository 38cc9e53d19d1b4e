package dev.reeve.supervisor;

import dev.reeve.launch.CheckPage;
import dev.reeve.launch.Environment;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What whoever checks an answer is told of it. */
final class Checking {

    private final Kit kit;
    private final Answer answer;

    Checking(Kit kit, Answer answer) {
        this.kit = kit;
        this.answer = answer;
    }

    static List<String> command(Gate gate) {
        return List.of("/bin/sh", "-c", gate.by().command());
    }

    /**
     * @param here where the task's folder is now
     * @param there where it will be when this is read
     */
    Environment.Checked checked(Gate gate, TaskFolder here, TaskFolder there) throws IOException {
        AttemptFolder now = here.attempt(gate.attempt());
        AttemptFolder then = there.attempt(gate.attempt());
        Path result = then.path().resolve(now.path().relativize(answer.of(now)));
        return new Environment.Checked(result, then.out());
    }

    String pageForCommand(TaskRecord record, TaskFolder here, TaskFolder there) throws IOException {
        return page(record, here, there).forCommand(shown());
    }

    String pageForAgent(TaskRecord record, TaskFolder here) throws IOException {
        return page(record, here, here).forAgent(shown());
    }

    private CheckPage page(TaskRecord record, TaskFolder here, TaskFolder there) throws IOException {
        Gate gate = record.gate();
        Environment.Checked checked = checked(gate, here, there);
        AttemptFolder attempt = here.attempt(gate.attempt());
        byte[] content = kit.durable().readIfThere(answer.of(attempt), shown() + 4);
        return new CheckPage(
                record.id(),
                gate.attempt(),
                record.spec().text(),
                content == null ? "" : new String(content, StandardCharsets.UTF_8),
                checked.result().toString(),
                answer.delivers(attempt) ? checked.out().toString() : null);
    }

    private int shown() {
        return (int) Math.min(Integer.MAX_VALUE - 8, kit.team().get().limits().maxResult());
    }
}
