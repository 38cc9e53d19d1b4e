package dev.reeve.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Crash;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SteppedDisk;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A life of an inbox, cut off at each of its steps: nothing is lost, and nothing that was marked comes again. */
class InboxCrashTest {

    enum Fault {
        KILLED,
        KILLED_WITHIN_A_WRITE,
        POWER_ALL,
        POWER_NOTHING,
        POWER_ALL_BUT_THE_FIRST_CHANGE,
        POWER_SOME,
        POWER_SOME_OTHER;

        Survival survival(int step) {
            return switch (this) {
                case KILLED, KILLED_WITHIN_A_WRITE -> null;
                case POWER_ALL -> Survival.ALL;
                case POWER_NOTHING -> Survival.NOTHING;
                case POWER_ALL_BUT_THE_FIRST_CHANGE -> allButTheFirstChange();
                case POWER_SOME -> Survival.some(step);
                case POWER_SOME_OTHER -> Survival.some(-step);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverItsLastStepWas(Fault fault) throws IOException {
        int step = 1;
        while (isCutOff(fault, step)) {
            step++;
        }
        assertTrue(step > 50, "only " + step + " steps");
    }

    private static boolean isCutOff(Fault fault, int step) throws IOException {
        int[] steps = {0};
        StringBuilder where = new StringBuilder();
        Life life = new Life();
        life.live(
                (what, part) -> {
                    if (++steps[0] != step) {
                        return;
                    }
                    where.append(what);
                    if (fault == Fault.KILLED_WITHIN_A_WRITE && part != null) {
                        part.take(life.disk());
                    }
                    throw new Crash(what);
                },
                () -> life.died(fault.survival(step)));
        assertEquals("", life.broken(), () -> fault + " at step " + step + ", " + where);
        return steps[0] >= step;
    }

    @Test
    void undisturbed() throws IOException {
        Life life = new Life();
        life.live(Steps.UNDISTURBED, () -> {});
        assertEquals("", life.broken());
    }

    /** Of the names; all that was written is there. */
    private static Survival allButTheFirstChange() {
        boolean[] first = {true};
        return new Survival() {
            @Override
            public boolean change() {
                boolean lost = first[0];
                first[0] = false;
                return !lost;
            }

            @Override
            public int length(int durable, int written) {
                return written;
            }
        };
    }

    /** Or lines of another file under this name would go unread. */
    @Test
    void noMarkOutlastsTheFileThatItIsIn() throws IOException {
        SimDisk disk = new SimDisk(() -> Mail.NOON);
        disk.makeFolder(Mail.FILES.folder());
        disk.forceFolder(Path.of("/"));
        Mail.echo(disk, Mail.line("a"));
        boolean[] marked = {false};
        Inbox dying = Mail.inbox(new SteppedDisk(disk, (what, part) -> {
            if (marked[0]) {
                throw new Crash(what);
            }
            marked[0] = what.startsWith("rename");
        }));
        assertThrows(Crash.class, () -> Mail.take(dying, Mail.NOON));
        SimDisk next = disk.afterPowerCut(allButTheFirstChange(), () -> Mail.NOON);
        Mail.echo(next, Mail.line("b".repeat(100)));
        List<String> words = Mail.take(Mail.inbox(next), Mail.NOON);
        assertEquals("b".repeat(100), words.get(words.size() - 1));
    }

    /** Or all of it would count as unread, for the cursor knows it no more. */
    @Test
    void whatIsPurgedDoesNotComeBack() throws IOException {
        SimDisk disk = new SimDisk(() -> Mail.NOON);
        disk.makeFolder(Mail.FILES.folder());
        disk.forceFolder(Path.of("/"));
        Inbox inbox = Mail.inbox(disk);
        for (String id : List.of("a", "b", "c")) {
            Mail.echo(disk, Mail.line(id));
            Mail.take(inbox, Mail.NOON);
            inbox.rotateIfDue(id.equals("c") ? Mail.NOON.plus(Mail.WEEK) : Mail.NOON, Duration.ZERO);
        }
        Mail.inbox(disk).purge(Mail.NOON.plusSeconds(1), Duration.ZERO);
        boolean[] marked = {false};
        Inbox dying = Mail.inbox(new SteppedDisk(disk, (what, part) -> {
            if (marked[0]) {
                throw new Crash(what);
            }
            marked[0] = what.startsWith("rename");
        }));
        assertThrows(Crash.class, () -> dying.advance(Marks.NONE, Mail.NOON));
        SimDisk next = disk.afterPowerCut(allButTheFirstChange(), () -> Mail.NOON);
        assertEquals(List.of(), Mail.take(Mail.inbox(next), Mail.NOON));
    }
}
