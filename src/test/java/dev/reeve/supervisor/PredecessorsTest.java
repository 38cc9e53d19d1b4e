package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which task a label means, and what it leaves to those that waited. */
class PredecessorsTest {

    private static final Where DONE = Where.doneOn("2026-11-20");
    private static final Instant NOON = ACard.NOON;

    @TempDir
    Path folder;

    private final Board board = new Board();
    private Bench bench;
    private Predecessors predecessors;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        predecessors = new Predecessors(
                bench.durable, bench.workspace, new Finder(bench.durable.disk(), bench.workspace), board);
    }

    private static ARecord ended(String id, Where where, Instant when) {
        return ARecord.of(id).at(where).ended(where.state() == State.DONE ? Outcome.OK : Outcome.FAILED, 0, null, when);
    }

    private String meant(Instant now) throws IOException {
        return predecessors.resolve("self", List.of("?hi"), now).get(0);
    }

    @Test
    void theNewestOfTheLastDayIsMeant() throws IOException {
        assertEquals("?hi", meant(NOON), "nobody knows it yet");
        bench.put(ended("20261120-100000-aaaa-hi", DONE, NOON));
        bench.put(ended("20261120-110000-aaaa-hi", Where.in(State.FAILED), NOON));
        bench.put(ended("20261120-113000-aaaa-hi", DONE, NOON).label("Hi!"));
        Files.writeString(bench.workspace.state(State.DONE).resolve("a note"), "a person's");
        assertEquals("20261120-110000-aaaa-hi", meant(NOON.plus(Duration.ofHours(23))));
        assertEquals(Ended.FAILED, predecessors.ended("20261120-110000-aaaa-hi"));
        assertEquals("?hi", meant(NOON.plus(Duration.ofHours(24))));
        board.put(ACard.of("hi").card());
        assertEquals("hi", meant(NOON.plus(Duration.ofHours(24))), "one that has not ended has no age");
    }

    @Test
    void nobodyWaitsForItself() throws IOException {
        board.put(ACard.of("self").card());
        assertEquals(
                "?self", predecessors.resolve("self", List.of("?self"), NOON).get(0));
    }

    @Test
    void oneThatEndedWithoutAnAttemptIsMeantToo() throws IOException {
        bench.put(ARecord.of("20261120-100000-aaaa-hi").at(Where.in(State.FAILED)));
        assertEquals("20261120-100000-aaaa-hi", meant(NOON));
    }

    @Test
    void anIdMeansItselfHoweverOld() throws IOException {
        String id = "20251120-100000-aaaa-old";
        assertEquals(List.of("?" + id), predecessors.resolve("self", List.of("?" + id), NOON));
        bench.put(ended(id, DONE, NOON.minus(Duration.ofDays(300))));
        assertEquals(List.of(id), predecessors.resolve("self", List.of("?" + id), NOON));
        assertEquals(Ended.DONE, predecessors.ended(id));
        predecessors.forget(id);
        assertNull(predecessors.ended(id));
        predecessors.resolve("self", List.of("20251120-100000-bbbb-gone"), NOON);
        assertEquals(Ended.GONE, predecessors.ended("20251120-100000-bbbb-gone"));
    }
}
