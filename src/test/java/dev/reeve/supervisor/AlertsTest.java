package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Steps;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step of a task that fails again and again is told once, and shown until it succeeds. */
class AlertsTest {

    private static final String WORDS = "a step of this task failed";
    private static final Duration LONG = Duration.ofMinutes(2);

    private FuzzedWorkspace in;
    private final Fails fails = new Fails();

    @BeforeEach
    void aTask() throws IOException {
        in = new FuzzedWorkspace();
        in.write("tasks/hi.md", "Do it.\n");
    }

    @Test
    void aStart() throws IOException {
        isToldOnce("make folder .*/attempts/\\d+");
    }

    @Test
    void anEnd() throws IOException {
        isToldOnce("rename /ws/running/.*/record.json");
    }

    @Test
    void aMove() throws IOException {
        isToldOnce("rename /ws/running/.* to /ws/done/.*");
    }

    @Test
    void itIsOverWhenAPersonTakesItsTaskAway() throws IOException {
        fails.when = "make folder .*/attempts/\\d+";
        in.start(fails);
        in.run(LONG);
        assertTrue(shown());

        String id = in.machine.disk.list(in.workspace.root().resolve("queue")).get(0);
        in.machine.disk.rename(
                in.workspace.root().resolve("queue").resolve(id),
                in.workspace.root().resolve("held").resolve(id));
        in.run(LONG);
        assertFalse(shown());
        assertEquals(1, in.told(WORDS));
    }

    private void isToldOnce(String when) throws IOException {
        fails.when = when;
        in.start(fails);
        for (int i = 0; i < 20; i++) {
            in.run(LONG.dividedBy(20));
            assertTrue(shown(), "after " + i);
        }
        assertTrue(fails.times > 10, "it was tried " + fails.times + " times");
        assertEquals(1, in.told(WORDS));

        fails.when = "";
        in.run(LONG);
        assertFalse(shown());
        assertEquals(1, in.done().size());
        assertEquals(1, in.told(WORDS));
    }

    private boolean shown() throws IOException {
        return in.text(in.workspace.statusPage()).contains(WORDS);
    }

    private static final class Fails implements Steps {

        private String when;
        private int times;

        @Override
        public void before(String what, Part part) throws IOException {
            if (what.matches(when)) {
                times++;
                throw new FileSystemException(what, null, "Input/output error");
            }
        }
    }
}
