package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.Bounds;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec;
import dev.reeve.task.Verify;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A record of which a test says only what matters. */
final class ARecord {

    private final String id;
    private String label = "hi";
    private Where at = Where.in(State.QUEUE);
    private Where next = Where.in(State.RUNNING);
    private Instant deadline;
    private int failures;
    private int lost;
    private Integer retries;
    private Duration backoff;
    private TaskSpec.OnLost onLost;
    private String fallback;
    private String agent = "a";
    private String why;
    private Instant acceptedAt = ACard.NOON;
    private Gate gate;
    private Verify verify;
    private String door = "tasks";
    private final List<AttemptRecord> attempts = new ArrayList<>();

    private ARecord(String id) {
        this.id = id;
    }

    static ARecord of(String id) {
        return new ARecord(id);
    }

    static ARecord one() {
        return of("20261120-120000-k3f9-hi");
    }

    ARecord label(String text) {
        label = text;
        return this;
    }

    ARecord at(Where where) {
        at = where;
        next = null;
        return this;
    }

    ARecord agent(String name) {
        agent = name;
        return this;
    }

    ARecord accepted(Instant when) {
        acceptedAt = when;
        return this;
    }

    ARecord deadline(Instant when) {
        deadline = when;
        return this;
    }

    ARecord failures(int count) {
        failures = count;
        return this;
    }

    ARecord lost(int count) {
        lost = count;
        return this;
    }

    ARecord retries(int count) {
        retries = count;
        return this;
    }

    ARecord backoff(Duration first) {
        backoff = first;
        return this;
    }

    ARecord onLost(TaskSpec.OnLost what) {
        onLost = what;
        return this;
    }

    ARecord fallback(String name) {
        fallback = name;
        return this;
    }

    ARecord why(String reason) {
        why = reason;
        return this;
    }

    /** An attempt that is open, with what was decided about it. */
    ARecord attempt(String by, Stop stop) {
        attempts.add(new AttemptRecord(
                attempts.size() + 1, by, ACard.NOON, null, null, null, null, null, null, stop, null, null, 0));
        return this;
    }

    ARecord door(String name) {
        door = name;
        return this;
    }

    ARecord verify(Verify by) {
        verify = by;
        return this;
    }

    ARecord gate(Gate now) {
        gate = now;
        return this;
    }

    /** A check of an earlier one's answer, at work. */
    ARecord checking(int other) {
        attempt("a", null);
        attempts.add(attempts.remove(attempts.size() - 1).verifying(other));
        return this;
    }

    /** An attempt that ended. */
    ARecord ended(Outcome outcome, Integer exit, String reason, Instant when) {
        attempts.add(new AttemptRecord(
                attempts.size() + 1, "a", ACard.NOON, null, null, when, outcome, exit, reason, null, null, null, 0));
        return this;
    }

    TaskRecord record() {
        TaskSpec spec = new TaskSpec(
                "Say hi.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                retries,
                backoff,
                onLost,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                fallback,
                null,
                verify,
                null,
                null,
                Bounds.UNSAID,
                null);
        return new TaskRecord(
                id,
                at,
                next,
                agent,
                label,
                2,
                door,
                "hi.md",
                "person",
                acceptedAt,
                ACard.NOON,
                deadline,
                null,
                List.of(),
                failures,
                lost,
                attempts,
                null,
                0,
                why,
                null,
                null,
                null,
                null,
                gate,
                false,
                spec,
                1);
    }
}
