package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of decisions, over crashes and over midnight. */
class AuditTest {

    private static final ARecord RECORD = ARecord.one().at(Where.in(State.QUEUE));

    @TempDir
    Path folder;

    private Bench bench;
    private TaskFolder task;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        task = bench.put(RECORD);
    }

    private Path file() {
        return bench.workspace.audit(
                LocalDate.ofInstant(bench.time.now(), ZoneOffset.UTC).toString());
    }

    private List<String> actions() throws IOException {
        return JsonLines.tail(bench.durable.disk(), file(), 1 << 20).stream()
                .map(line -> Json.text(line, "action"))
                .toList();
    }

    @Test
    void aStepThatIsDoneAgainAfterACrashIsToldOnce() throws IOException {
        bench.audit().tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        Today today = new Today();
        Audit after = bench.audit();
        after.recall(today);
        after.tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        after.tell(Action.HOLD, RECORD.record(), task, "a reason", "person");
        assertEquals(List.of("accept", "hold"), actions());
        assertEquals(1, today.count(Action.ACCEPT), "the day's counts outlast a restart");
        after.recovered();
        after.tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        assertEquals(3, actions().size(), "afterwards nothing is done again");
    }

    @Test
    void aTornLineHidesNoOther() throws IOException {
        bench.audit().tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        Files.writeString(file(), "\n{\"id\":\"torn", StandardOpenOption.APPEND);
        Audit after = bench.audit();
        after.recall(new Today());
        after.tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        after.tell(Action.FAIL, RECORD.record(), task, null, "reeve");
        assertEquals(List.of("accept", "fail"), actions());
    }

    @Test
    void whatWasToldBeforeMidnightIsKnownAfterIt() throws IOException {
        bench.audit().tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        bench.time.pass(Duration.ofDays(1));
        Today today = new Today();
        Audit after = bench.audit();
        after.recall(today);
        after.tell(Action.ACCEPT, RECORD.record(), task, null, "person");
        assertEquals(List.of(), actions());
        assertEquals(0, today.count(Action.ACCEPT));
    }

    @Test
    void aLineTellsWhoWhatAndWhy() throws IOException {
        ARecord record = ARecord.one().attempt("a", null);
        bench.audit().tell(Action.STOP, record.record(), task, "its timeout passed", "reeve");
        var line = JsonLines.tail(bench.durable.disk(), file(), 1 << 20).get(0);
        assertEquals("20261120-120000-k3f9-hi:1:stop", Json.text(line, "id"));
        assertEquals("20261120-120000-k3f9-hi", Json.text(line, "task"));
        assertEquals(1, line.get("attempt").asInt());
        assertEquals("a", Json.text(line, "agent_id"));
        assertEquals("its timeout passed", Json.text(line, "reason"));
        assertEquals("reeve", Json.text(line, "by"));
        assertEquals(
                line, JsonLines.tail(bench.durable.disk(), task.log(), 1 << 20).get(0));
    }

    @Test
    void aDaysCountsEndWithTheDay() {
        Today today = new Today();
        today.count("2026-11-20", Action.FINISH);
        today.count("2026-11-20", Action.FINISH);
        assertEquals(2, today.count(Action.FINISH));
        today.at("2026-11-21");
        assertEquals(0, today.count(Action.FINISH));
        assertEquals("2026-11-21", today.date());
    }
}
