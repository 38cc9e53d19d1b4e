package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads. */
class PagesTest {

    @Test
    void whyItFailed() {
        TaskRecord record = ARecord.one()
                .at(Where.in(State.FAILED))
                .ended(Outcome.FAILED, 3, "exit status 3", ACard.NOON.plusMillis(1500))
                .why("its attempt failed (exit status 3)")
                .record();
        assertEquals("""
                # Failed: hi

                Its attempt failed (exit status 3).

                Attempt 1 (agent `a`) failed, exit status 3, after 1.5 s.

                The last lines of its output:

                    one
                    two

                Nothing more happens to it unless you move it. Mend its task file first if that was the fault; it is read
                again from zero.

                Try again:     reeve retry 20261120-120000-k3f9-hi     (or: mv failed/20261120-120000-k3f9-hi queue/)
                All it wrote:  reeve logs 20261120-120000-k3f9-hi      (or: ls failed/20261120-120000-k3f9-hi/attempts/)
                Forget it:     rm -r failed/20261120-120000-k3f9-hi
                """, Why.failed("one\ntwo", false).page(record));
    }

    @Test
    void whyItIsHeld() {
        TaskRecord record =
                ARecord.one().at(Where.in(State.HELD)).why("a person parked it").record();
        assertEquals("""
                # Held: hi

                A person parked it.

                Only a person can go on:

                Go on (yes):   reeve release 20261120-120000-k3f9-hi     (or: mv held/20261120-120000-k3f9-hi queue/)
                Give up (no):  reeve kill 20261120-120000-k3f9-hi        (or: mv held/20261120-120000-k3f9-hi failed/)
                Cancel it:     rm -r held/20261120-120000-k3f9-hi
                """, Why.held().page(record));
    }

    @Test
    void whyItWaits() {
        Wait wait = new Wait(Wait.Cause.AFTER, "it runs after x", null, List.of("20261120-110000-aaaa-x", "?y"));
        TaskRecord record = ARecord.one()
                .at(Where.in(State.WAITING))
                .record()
                .change()
                .waitsFor(wait)
                .done();
        String page = Why.waits().page(record);
        assertTrue(page.startsWith("# Waiting: hi\n\nIt runs after x.\n\n"), page);
        assertTrue(page.contains("- `20261120-110000-aaaa-x`\n"), page);
        assertTrue(page.contains("- `y`: no task with this id or label is known yet"), page);
        assertTrue(page.contains("It goes on by itself, as soon as that has ended."), page);
        Wait retry = new Wait(Wait.Cause.RETRY, "it failed", ACard.NOON, List.of());
        page = Why.waits().page(record.change().waitsFor(retry).done());
        assertTrue(page.contains("It goes on by itself at 2026-11-20T12:00:00Z."), page);
        assertTrue(page.contains("mv waiting/20261120-120000-k3f9-hi queue/"), page);
    }

    @Test
    void theStatus() {
        String page = StatusPage.of(Json.parseObject("""
                {"timestamp":"2026-11-20T12:00:00Z","supervisor":{"pid":7,"started_at":"2026-11-20T11:00:00Z"},
                 "watch":"scanning","stop":"stop",
                 "active":[{"id":"run","agent":"a","attempt":2,"started_at":"then","state":"stopping"}],
                 "queued":[{"id":"next","agent":"a","priority":2,"missing":["agent a: 1 of 1 taken by run"]}],
                 "queued_count":3,
                 "waiting":[{"id":"wait","agent":"a","reason":"not before then","until":"then"}],"waiting_count":1,
                 "held":[{"id":"held","agent":"b","reason":"a yes is asked for\\nsecond line"}],"held_count":1,
                 "failed_count":2,
                 "problems":[{"where":"agents/a/agent.yaml","what":"3:1: unknown key"}],
                 "today":{"date":"2026-11-20","accepted":5,"done":4,"failed":3,"retried":2,"rejected":1}}
                """.getBytes()));
        for (String line : List.of(
                "by the supervisor with pid 7, which started 2026-11-20T11:00:00Z.",
                "`rm STOP`",
                "There are no file events",
                "- `agents/a/agent.yaml`: 3:1: unknown key\n",
                "- `held` (b): a yes is asked for (`held/held/why.md`)\n",
                "- `run` (a), attempt 2, since then, being stopped\n",
                "- `next` (a), priority 2: agent a: 1 of 1 taken by run\n",
                "and 2 more\n",
                "- `wait` (a): not before then (until then)\n",
                "2 tasks in `failed/`",
                "5 accepted, 4 done, 3 failed, 2 retried, 1 rejected.")) {
            assertTrue(page.contains(line), "\"" + line + "\" is not in\n" + page);
        }
        assertTrue(
                page.indexOf("Held") < page.indexOf("Problems") && page.indexOf("Problems") < page.indexOf("Running"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 s",
        "PT0.25S,0.2 s",
        "PT59.9S,59.9 s",
        "PT60S,1 min",
        "PT61S,1 min 1 s",
        "PT2H,2 h",
        "PT2H1M,2 h 1 min"
    })
    void durationsAsPeopleSayThem(Duration duration, String words) {
        assertEquals(words, Words.duration(duration));
    }
}
