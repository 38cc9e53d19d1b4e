package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {

    private static final Where DONE = Where.doneOn("2026-11-20");

    @TempDir
    Path folder;

    private Bench bench;
    private Gathering gathering;
    private final List<String> ids = new ArrayList<>();
    private TaskFolder sum;

    @BeforeEach
    void oneHundredAreDone() throws IOException {
        bench = new Bench(folder);
        gathering = new Gathering(bench.durable, bench.workspace, new Finder(bench.durable.disk(), bench.workspace));
        for (int i = 0; i < 100; i++) {
            String id = TaskId.numbered(ACard.NOON, i, "part " + i);
            bench.put(ARecord.of(id).label("part").at(DONE).ended(Outcome.OK, 0, null, ACard.NOON));
            Files.writeString(DONE.task(bench.workspace, id).result(), "result " + i);
            ids.add(id);
        }
        ids.add(ids.get(0));
        sum = bench.workspace.task(State.WAITING, "20261120-120000-zzzz-sum");
        Files.createDirectory(sum.path());
    }

    private TaskRecord record() {
        return ARecord.of(sum.id()).record().change().after(ids).done();
    }

    @Test
    void ofManyAFewAreCopiedInATurnAndEachOnce() throws IOException {
        assertNull(gathering.gather(record(), sum));
        assertEquals(new Harvest(100, 100, false), gathering.gather(record(), sum));
        assertEquals(100, bench.durable.disk().list(sum.after()).size());
        assertEquals("result 99", Files.readString(sum.after().resolve("part-100/result.md")));
    }

    @Test
    void ifAnythingHasChangedMeanwhileAllIsBegunAnew() throws IOException {
        assertNull(gathering.gather(record(), sum));
        Files.writeString(DONE.task(bench.workspace, ids.get(0)).result(), "better");
        assertNull(gathering.gather(record().change().done(), sum));
        assertEquals("better", Files.readString(sum.after().resolve("part/result.md")));
    }

    @Test
    void whatTheyLeftIsCopiedUnderTheirLabels() throws IOException {
        TaskFolder first = bench.put(ended("20261120-100000-aaaa-hi", DONE));
        Files.writeString(first.result(), "first\n");
        Files.createDirectories(first.out());
        Files.writeString(first.out().resolve("a"), "a");
        Files.createSymbolicLink(first.out().resolve("link"), folder);
        TaskFolder second = bench.put(ended("20261120-110000-aaaa-hi", Where.in(State.FAILED)));
        Files.writeString(second.why(), "why\n");
        ARecord waits = ARecord.of("20261120-120000-aaaa-sum").at(Where.in(State.WAITING));
        TaskFolder waiting = bench.put(waits);
        var record = waits.record()
                .change()
                .after(List.of("20261120-100000-aaaa-hi", "20261120-110000-aaaa-hi", "20261120-111111-aaaa-gone"))
                .done();
        gathering.gather(record, waiting);
        assertEquals(new Harvest(1, 3, true), gathering.gather(record, waiting));
        assertEquals("first\n", Files.readString(waiting.after().resolve("hi/result.md")));
        assertEquals("a", Files.readString(waiting.after().resolve("hi/out/a")));
        assertFalse(Files.exists(waiting.after().resolve("hi/out/link")), "links are left out");
        assertEquals("why\n", Files.readString(waiting.after().resolve("hi-2/why.md")));
    }

    private static ARecord ended(String id, Where where) {
        return ARecord.of(id)
                .at(where)
                .ended(where.state() == State.DONE ? Outcome.OK : Outcome.FAILED, 0, null, ACard.NOON);
    }
}
