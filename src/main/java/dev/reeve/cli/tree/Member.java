package dev.reeve.cli.tree;

import dev.reeve.cli.tasks.Sighting;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.ChildReport;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A task in its tree, as it was found at one look. Its own folder says what it is; where that is gone, what its parent knows
 * of it is left.
 *
 * @param place its name among its parent's {@code children/}; null of the one that was asked for
 * @param report what its parent knows; null of the one that was asked for
 * @param sighting null if it is nowhere
 * @param record null if there is none that can be read, and where what its parent knows is enough
 * @param children empty as well where they were not looked for
 */
public record Member(String place, ChildReport report, Sighting sighting, TaskRecord record, List<Member> children) {

    /** Null of one that never became a task. */
    public String id() {
        return sighting != null ? sighting.id() : report.id();
    }

    public String label() {
        if (record != null) {
            return record.label();
        }
        return report == null ? null : report.label();
    }

    public String agent() {
        if (record != null) {
            return record.agent();
        }
        return report == null ? null : report.agent();
    }

    /** Where it is, in a word, or what became of it. */
    public String state() {
        if (sighting == null) {
            return report.state().word();
        }
        return sighting.state() == null ? sighting.place() : sighting.state().folder();
    }

    public boolean ended() {
        return sighting == null ? report.ended() : sighting.ended();
    }

    public boolean ok() {
        return sighting == null ? report.ok() : sighting.is(State.DONE);
    }

    /** What it got from those that it had asked; null while that is not known, and if it asked for nothing. */
    public Harvest harvest() {
        if (record != null) {
            return record.harvest();
        }
        return report == null ? null : report.harvest();
    }

    /** Why it did not end well, or does not go on; null if there is nothing to be explained. */
    public String reason() {
        if (record == null || sighting == null) {
            return report == null ? null : report.reason();
        }
        if (sighting.is(State.WAITING) && record.waitsFor() != null) {
            return record.waitsFor().reason();
        }
        return sighting.is(State.HELD) || sighting.is(State.FAILED) ? record.why() : null;
    }

    /** How long its attempts were at work, up to now; null if there was none. */
    public Duration ran(Instant now) {
        if (record == null) {
            return report == null ? null : report.ran();
        }
        Duration all = null;
        for (AttemptRecord attempt : record.attempts()) {
            Instant end = attempt.ended() ? attempt.endedAt() : now;
            if (attempt.startedAt() != null && end != null) {
                all = (all == null ? Duration.ZERO : all).plus(Duration.between(attempt.startedAt(), end));
            }
        }
        return all;
    }
}
