package dev.reeve.supervisor;

import dev.reeve.agent.Resources;
import dev.reeve.confine.Mask;
import dev.reeve.files.Stat;
import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Target;
import dev.reeve.launch.TreeStop;
import dev.reeve.program.Told;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.Notes;
import dev.reeve.task.Strand;
import dev.reeve.task.Usage;
import dev.reeve.workspace.Where;
import java.time.Duration;
import java.time.Instant;

/**
 * An attempt whose processes may live, as the loop remembers it. All of it can be read again from the attempt's folder.
 */
final class Live {

    final String id;
    final int number;
    final String agent;
    final Mark mark;
    final Clocks clocks;

    /** Null of an attempt that nobody knows it of: it counts as started here. */
    final Home home;

    final Instant startedAt;

    /** Null until a pid has been read. */
    Identity shim;

    /** False after a restart, until the shim has been seen alive. */
    boolean watched;

    /** Started by this very supervisor, which is told when it ends. */
    boolean child;

    /** How much of the machine it may take. */
    Resources resources = Resources.UNBOUNDED;

    /** When all of its processes were last looked at for that; null before the first time. */
    Long weighed;

    /** What is hidden in all that it writes. */
    Mask mask = Mask.NONE;

    /** False of one that was taken over while its agent's file was broken. */
    boolean limitsAreKnown = true;

    /** Where its task was last seen; null once a person has begun to remove it. */
    Where where;

    /** Null while it may run. */
    Stop stop;

    /** Null while nothing has to be stopped. */
    TreeStop stopping;

    /** Since when it is being stopped, by the clock for durations; null while it is not. */
    Long stoppingSince;

    /** A look found nothing of its tree. */
    boolean gone;

    /** How long it has waited for its children, but for the wait that is on. */
    Duration waited = Duration.ZERO;

    /** What it has told so far of what it takes of its model. */
    Usage used = Usage.NONE;

    /** How what tells of that looked when it was last read; null before the first look. */
    String metered;

    /** What it has announced; null before the first look at it. */
    Notes notes;

    /** Up to where its notes are in its parent's inbox; null if that has to be read there. */
    Long announced;

    /** Which program it is; null if it is any command of a person's own. */
    Strand strand;

    /** What that has told so far. */
    Told told = Told.NOTHING;

    /** Its task's inbox, as it was when it was looked into. */
    Stat inbox;

    /** When to look again, by the clock for durations. */
    long nextLook;

    Live(String id, int number, String agent, Mark mark, Where where, Home home, Instant startedAt, Clocks clocks) {
        this.id = id;
        this.number = number;
        this.agent = agent;
        this.mark = mark;
        this.where = where;
        this.home = home;
        this.startedAt = startedAt;
        this.clocks = clocks;
    }

    Target target() {
        return new Target(shim, mark, watched);
    }

    /** When its time is over, as a person's clock would have it; null if it has all the time there is. */
    Instant timeoutAt() {
        return clocks.timeout().isZero()
                ? null
                : startedAt.plus(clocks.timeout()).plus(waited);
    }

    boolean removed() {
        return where == null;
    }
}
