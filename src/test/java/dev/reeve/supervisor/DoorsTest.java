package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a dropped thing has come to rest. */
class DoorsTest {

    private static final Duration SETTLE = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final Problems problems = new Problems();
    private Bench bench;
    private Door door;
    private Doors doors;
    private long nanos;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        door = new Door(bench.workspace.tasks(), null, null, "tasks");
        doors = new Doors(bench.durable.disk(), new Listings(bench.durable.disk()), problems);
    }

    private List<String> look(int most) {
        return doors.look(List.of(door), SETTLE, most, bench.time.now(), nanos).stream()
                .map(ready -> ready.drop().name())
                .toList();
    }

    private List<String> after(Duration pause) {
        nanos += pause.toNanos();
        return look(64);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(door.path().resolve(name), content);
    }

    @Test
    void aFileIsTakenWhenItHasNotChangedForAWhile() throws IOException {
        write("hi.md", "Say");
        assertEquals(List.of(), look(64));
        assertEquals(SETTLE, doors.nextRest(nanos));
        assertEquals(List.of(), after(SETTLE.minusNanos(1)));
        write("hi.md", "Say hi, please.");
        assertEquals(List.of(), after(Duration.ofNanos(1)), "it was still being written");
        assertTrue(doors.settling());
        assertEquals(List.of("hi.md"), after(SETTLE));
        doors.forget(door.path().resolve("hi.md"));
        assertFalse(doors.settling());
        assertNull(doors.nextRest(nanos));
    }

    @Test
    void othersAreGivenLonger() throws IOException {
        write("empty.md", "");
        write("picture.png", "PNG");
        Files.createDirectory(door.path().resolve("folder"));
        Files.writeString(door.path().resolve("folder/task.md"), "Say hi.");
        Files.createDirectory(door.path().resolve("no-task-yet"));
        look(64);
        assertEquals(List.of(), after(SETTLE));
        assertEquals(
                List.of("folder", "picture.png"), after(Duration.ofSeconds(2).minus(SETTLE)));
        assertEquals(List.of("empty.md", "folder", "no-task-yet", "picture.png"), after(Duration.ofSeconds(8)));
    }

    @Test
    void whatChangesDeepInAFolderKeepsItFromBeingTaken() throws IOException {
        Path deep = Files.createDirectories(door.path().resolve("folder/a/b"));
        Files.writeString(door.path().resolve("folder/task.md"), "Say hi.");
        look(64);
        Files.writeString(deep.resolve("data"), "1");
        assertEquals(List.of(), after(Duration.ofSeconds(2)));
        assertEquals(List.of("folder"), after(Duration.ofSeconds(2)));
    }

    @Test
    void aFolderWithTheNameOfAnIdIsTakenAtOnceAndAFileIsNot() throws IOException {
        Files.createDirectory(door.path().resolve("20261120-120000-k3f9-hi"));
        write("20261120-120000-k3f9-ho", "Say ho.");
        assertEquals(List.of("20261120-120000-k3f9-hi"), look(64));
    }

    @Test
    void noMoreThanAreWantedAndTheOthersAreNotKeptWaiting() throws IOException {
        for (int number = 0; number < 5; number++) {
            Files.createDirectory(door.path().resolve("20261120-120000-k3f" + number + "-hi"));
        }
        List<String> first = look(2);
        assertEquals(2, first.size());
        for (String name : first) {
            Files.delete(door.path().resolve(name));
            doors.forget(door.path().resolve(name));
        }
        assertEquals(Duration.ZERO, doors.nextRest(nanos));
        assertEquals(3, look(64).size());
    }

    @Test
    void whatIsOnItsWayThereIsLeftAlone() throws IOException {
        for (String name : List.of(".hidden.md", "a.md~", "a.tmp", "a.part", ".a.md.swp", "a.crdownload", "#a.md#")) {
            write(name, "x");
        }
        look(64);
        assertEquals(List.of(), after(Duration.ofMinutes(1)));
        assertNull(doors.nextRest(nanos));
    }

    @Test
    void whatIsTakenBackIsForgotten() throws IOException {
        Path file = write("hi.md", "Say hi.");
        look(64);
        Files.delete(file);
        assertEquals(List.of(), after(SETTLE));
        assertNull(doors.nextRest(nanos));
    }

    @Test
    void whatCantBeTakenIsTriedAgainAfterARestAndTold() throws IOException {
        Path file = write("hi.md", "Say hi.");
        look(64);
        assertEquals(List.of("hi.md"), after(SETTLE));
        doors.later(door, file, "No space left on device", nanos);
        assertEquals("tasks/hi.md", problems.current().get(0).where());
        assertEquals(Doors.AGAIN, doors.nextRest(nanos));
        assertFalse(doors.settling());
        assertEquals(List.of(), after(Doors.AGAIN));
        assertEquals(List.of("hi.md"), after(SETTLE));
        doors.later(door, file, "No space left on device", nanos);
        Files.delete(file);
        look(64);
        assertEquals(List.of(), problems.current(), "the trouble went with it");
    }

    @Test
    void aDoorThatIsGoneHoldsNothing() throws IOException {
        write("hi.md", "Say hi.");
        look(64);
        assertEquals(List.of(), doors.look(List.of(), SETTLE, 64, bench.time.now(), nanos));
        assertNull(doors.nextRest(nanos));
    }
}
