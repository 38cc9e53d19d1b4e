package dev.reeve.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventTest {

    private static Event event(String action, String more) {
        return Event.of(
                Json.parseObject(("{\"timestamp\":\"2026-11-20T14:00:00Z\",\"action\":\"" + action + "\"" + more + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theStateIsTheFolderThatTheTaskIsInFromThenOn() {
        String task = ",\"task\":\"20261120-140000-aaaa-big-bird\"";
        assertEquals(State.QUEUE, event("accept", task).state());
        assertEquals(State.RUNNING, event("start", task).state());
        assertEquals(State.WAITING, event("retry", task).state());
        assertEquals(State.QUEUE, event("release", task).state());
        assertEquals(State.DONE, event("finish", task).state());
        assertEquals(State.FAILED, event("fail", task).state());
        assertEquals("big-bird", event("finish", task).label());
    }

    @Test
    void aTimeIsToldFromTheEventOn() {
        assertEquals(
                "failed; try 2 of 3 comes in 1.5 s",
                event("retry", ",\"reason\":\"failed; try 2 of 3 comes at 2026-11-20T14:00:01.500Z\"")
                        .text());
    }

    @Test
    void onlyTheFirstLineOfAReasonIsTold() {
        assertEquals(
                "broken", event("fail", ",\"reason\":\"broken\\nand more\"").text());
    }

    @Test
    void whatNeverBecameATaskHasItsFolder() {
        Event rejected = event("reject", ",\"about\":\"rejected/20261120-140000-x.md\",\"reason\":\"empty\"");
        assertEquals("rejected/20261120-140000-x.md", rejected.label());
        assertNull(rejected.state());
    }

    @Test
    void whatIsOfNoInterestIsLeftOut() {
        assertNull(event("reload", ""));
        assertNull(Event.of(Json.object()));
    }
}
