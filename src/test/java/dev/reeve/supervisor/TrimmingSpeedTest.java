package dev.reeve.supervisor;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a start takes while very much is removed beside it, and how long that goes on. It asserts nothing: {@code mvn
 * verify -Pbench -Dtest=TrimmingSpeedTest -Dtasks=100000} prints the figures.
 */
@Tag("bench")
@Tag("profile")
class TrimmingSpeedTest {

    private static final int TASKS = Integer.getInteger("tasks", 500);
    private static final int DAYS = 10;
    private static final int DROPS = 60;

    @TempDir
    Path folder;

    @Test
    void startsWhileMuchIsRemoved() throws Exception {
        Instant now = Instant.now();
        LiveWorkspace made = new LiveWorkspace(folder)
                .settings("scan: 5s\n")
                .agent("fast", "", "date +%s%N > $REEVE_WORKSPACE/began-$REEVE_TASK_ID\n");
        for (int i = 0; i < TASKS; i++) {
            Instant when = now.minus(Duration.ofDays(40 + i % DAYS));
            String id = TaskId.numbered(when, i, "old");
            for (Map.Entry<String, String> file : Ancient.task(
                            Where.doneOn(when.toString().substring(0, 10)), id, Map.of())
                    .entrySet()) {
                Path path = made.workspace.root().resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        try (LiveWorkspace live = made) {
            live.start();
            say("a start, nothing to remove: %s", drops(live, DROPS, "before"));
            long begin = System.nanoTime();
            live.settings("scan: 5s\nretention: {done: 30d}\n");
            // no newest day is near: what was known of the clock before says that it is right
            Files.writeString(live.workspace.retention(), "{\"at\":\"" + now + "\"}");
            say("while %d tasks are removed: %s", TASKS, drops(live, DROPS, "while"));
            boolean over = left(live) == 0;
            while (left(live) > 0) {
                drops(live, 1, "until");
            }
            say("all gone after %.1f s%s", (System.nanoTime() - begin) / 1e9, over ? ", before the last start" : "");
        }
    }

    private static int left(LiveWorkspace live) {
        String[] names = live.workspace
                .state(State.DONE)
                .toFile()
                .list((in, name) -> name.contains("-09-") || name.contains("-10-"));
        return names == null ? 0 : names.length;
    }

    private static String drops(LiveWorkspace live, int count, String words) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path made = Files.createDirectory(live.door("fast").resolve(".made"));
            Files.writeString(made.resolve("task.md"), "Do number " + i + ".\n");
            String id = TaskId.make(Instant.now(), System::nanoTime, words);
            Instant now = Instant.now();
            long begin = now.getEpochSecond() * 1_000_000_000L + now.getNano();
            Files.move(made, live.door("fast").resolve(id));
            Path began = live.awaitFile("began-" + id);
            live.until("nothing told", () -> Files.size(began) > 0);
            times.add(Long.parseLong(Files.readString(began).strip()) - begin);
        }
        times.sort(null);
        return String.format(
                Locale.ROOT, "median %.0f ms, longest %.0f ms", times.get(count / 2) / 1e6, times.get(count - 1) / 1e6);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
