package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFinderTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;
    private TaskFinder finder;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
        finder = new TaskFinder(new RealDisk(), reeve.workspace);
    }

    @Test
    void aTaskIsFoundInEveryPlaceByItsIdAndByAPart() throws IOException {
        int number = 0;
        for (String place : new String[] {"queue", "waiting", "running", "held", "failed", "done/2026-11-19"}) {
            TaskFolder task = reeve.task(Where.parse(place), "part" + number++, change -> change);
            assertEquals(place, finder.find(task.id()).place());
            assertEquals(task.id(), finder.find(task.id().substring(12)).id());
        }
    }

    @Test
    void aLabelIsFoundAsItWasWrittenAndGoesBeforeAPart() throws IOException {
        TaskFolder hi = reeve.task(State.QUEUE, "Hi!");
        reeve.task(State.QUEUE, "this");
        assertEquals(hi.id(), finder.find("hi").id());
        assertEquals(hi.id(), finder.find("Hi!").id());
        assertEquals(
                Exit.NO_SUCH_THING,
                assertThrows(UserError.class, () -> finder.find("hi?!")).exit());
    }

    @Test
    void severalAreListedWithTheirStates() throws IOException {
        TaskFolder one = reeve.task(State.QUEUE, "report");
        TaskFolder two = reeve.task(Where.doneOn("2026-11-19"), "report", change -> change);
        UserError error = assertThrows(UserError.class, () -> finder.find("report"));
        assertEquals(Exit.USAGE, error.exit());
        assertTrue(error.getMessage().contains(one.id() + "  queue\n"), error.getMessage());
        assertTrue(error.getMessage().contains(two.id() + "  done/2026-11-19"), error.getMessage());
    }

    @Test
    void whatIsDroppedButNotTakenIsFoundByItsId() throws IOException {
        String id = "20261120-140211-k3f9-report";
        assertNull(finder.locate(id));
        Path dropped =
                Files.createDirectory(reeve.workspace.agent("writer").tasks().resolve(id));
        assertEquals("not taken yet", finder.find(id).place());
        Files.move(dropped, reeve.workspace.staging(id).path());
        assertEquals("not taken yet", finder.find(id).place());
        Files.move(
                reeve.workspace.staging(id).path(), reeve.workspace.rejected().resolve("20261120-140300-" + id));
        assertEquals("rejected", finder.find(id).place());
    }

    @Test
    void namesAreEnoughAmongManyThatAreDone() throws IOException {
        for (int day = 1; day <= 9; day++) {
            for (int i = 0; i < 200; i++) {
                reeveDone("2026-11-0" + day, "202611" + "0" + day + "-120000-a" + (100 + i) + "-job");
            }
        }
        Set<Path> read = new HashSet<>();
        TaskFinder watched = new TaskFinder(new WatchedDisk(read), reeve.workspace);
        assertEquals("done/2026-11-04", watched.find("20261104-120000-a117").place());
        assertEquals(Set.of(), read);
    }

    private void reeveDone(String date, String id) throws IOException {
        Files.createDirectories(Where.doneOn(date).task(reeve.workspace, id).path());
    }

    /** Remembers which files were opened. */
    private static final class WatchedDisk extends DelegatingDisk {
        private final Set<Path> read;

        WatchedDisk(Set<Path> read) {
            super(new RealDisk());
            this.read = read;
        }

        @Override
        public byte[] read(Path file, long offset, int limit) throws IOException {
            read.add(file);
            return super.read(file, offset, limit);
        }
    }
}
