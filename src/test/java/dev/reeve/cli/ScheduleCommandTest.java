package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of schedules, and does with one. */
class ScheduleCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void make() throws IOException {
        reeve = new TestWorkspace(root);
        Files.createDirectories(reeve.workspace.schedules());
        Files.createDirectories(reeve.workspace.events());
    }

    private void schedule(String name, String keys, String words) throws IOException {
        Files.writeString(reeve.workspace.schedule(name + ".md"), "---\n" + keys + "\n---\n" + words);
    }

    private List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void eachIsListedWithItsTimes() throws IOException {
        schedule("daily", "cron: 30 2 * * *\nzone: Europe/Berlin", "Do it.\n");
        schedule("off", "every: 5m\nenabled: false", "Do it.\n");
        schedule("broken", "cron: 61 * * * *", "Do it.\n");
        Files.createDirectories(reeve.workspace.slots());
        Files.writeString(
                reeve.workspace.slotRecord("daily"),
                "{\"identity\":\"x\",\"judged\":\"2026-10-25T00:30:00Z\",\"done\":\"2026-10-25T00:30:00Z\"}");

        String out = reeve.call("schedule").exits(Exit.DONE).out();

        String time = "\\w{3} \\d{4}-\\d\\d-\\d\\d 02:30";
        List<String> lines = out.lines().toList();
        assertEquals("broken\t-\t-\t-\tbroken: `reeve check` says why", lines.get(1));
        assertTrue(
                lines.get(2)
                        .matches("daily\t30 2 \\* \\* \\*\tEurope/Berlin\tSun 2026-10-25 02:30\t" + time + ", " + time
                                + ", " + time),
                lines.get(2));
        assertTrue(lines.get(3).matches("off\tevery 5m\t[^\t]+\t-\tdisabled"), lines.get(3));
    }

    @Test
    void aTaskIsDroppedNow() throws IOException {
        schedule("daily", "cron: 30 2 * * *\nagent: writer\nretries: 2", "Do it.\n");

        String id =
                reeve.call("schedule", "run", "daily").exits(Exit.DONE).out().strip();

        assertEquals(
                "---\nagent: writer\nretries: 2\nlabel: \"daily\"\npriority: 3\n---\nDo it.\n",
                Files.readString(reeve.workspace.tasks().resolve(id).resolve("task.md")));
        assertTrue(Files.notExists(reeve.workspace.slots()), "its slots were touched");
    }

    @Test
    void anEventIsDroppedNow() throws IOException {
        schedule("told", "every: 5m\nevent: data_ready", "");
        String name =
                reeve.call("schedule", "run", "told").exits(Exit.DONE).out().strip();
        assertTrue(name.matches("data_ready-\\d{8}-.*\\.json"), name);
        assertEquals(List.of(reeve.workspace.events().resolve(name)), in(reeve.workspace.events()));
    }

    @Test
    void aCommandIsRunAndShown() throws IOException {
        schedule("well", "every: 5m\ncommand: echo all is well", "");
        schedule("ill", "every: 5m\ncommand: echo it is full >&2; exit 3", "");
        assertEquals(
                "all is well\n",
                reeve.call("schedule", "run", "well").exits(Exit.DONE).out());
        reeve.call("schedule", "run", "ill").exits(Exit.FAILED).notes("it is full", "exit 3");
    }

    @Test
    void whatCantBeRunIsSaid() throws IOException {
        schedule("daily", "cron: 61 * * * *", "Do it.\n");
        reeve.call("schedule", "run", "daly").exits(Exit.NO_SUCH_THING).notes("'daly'", "daily");
        reeve.call("schedule", "run", "daily").exits(Exit.USAGE).notes("schedules/daily.md:2:7", "61");
    }
}
