package dev.reeve.supervisor;

import dev.reeve.supervisor.Scan.Surprise;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The look at everything, every few seconds and whenever hints were lost: hints may fail, the folders are the truth. */
final class Rounds {

    private final Parts parts;
    private final Guard guard;
    private final Watching watching;
    private long next;
    private boolean recall;

    Rounds(Parts parts, Guard guard, Watching watching) {
        this.parts = parts;
        this.guard = guard;
        this.watching = watching;
        this.next = parts.kit().time().nanos();
    }

    /** Nothing is taken as unchanged any more. */
    void wanted() {
        next = parts.kit().time().nanos();
        parts.listings().forget();
    }

    Duration left() {
        return Duration.ofNanos(next - parts.kit().time().nanos());
    }

    /** Looks, if it is time. */
    void go() {
        long nanos = parts.kit().time().nanos();
        if (next - nanos > 0) {
            return;
        }
        watching.look();
        parts.mail().wanted();
        parts.replies().wanted();
        parts.mail().tidy();
        try {
            List<Surprise> surprises = parts.scan().surprises();
            for (Surprise found : surprises) {
                guard.look(found.name(), () -> parts.arrivals().found(found.name(), found.where()));
            }
            recall |= !surprises.isEmpty();
            parts.husks().look(this::gone);
            parts.intake().resumeFailed();
            parts.resumeEvents();
            parts.problems().clear("scan");
        } catch (IOException e) {
            parts.problems()
                    .raise(
                            "scan",
                            parts.kit().workspace().root().toString(),
                            "the folders can't be listed: " + Causes.words(e));
        }
        parts.waiting().explain(parts.control().stop() != null);
        next = nanos + parts.configured().team().settings().scan().toNanos();
    }

    /** Memory may never have had it, but others may wait for it. */
    private void gone(String id) {
        recall = true;
        guard.look(id, () -> parts.arrivals().vanished(id));
    }

    /** A task was found elsewhere than it was known. */
    void recall() {
        recall = true;
    }

    /** What was found elsewhere than it was known may be what others wait for, or wait for what has ended meanwhile. */
    void recallPredecessors() {
        if (!recall) {
            return;
        }
        try {
            parts.conductor().recallPredecessors();
            recall = false;
            parts.problems().clear("after");
        } catch (IOException e) {
            parts.problems()
                    .raise("after", "waiting/", "what these tasks wait for can't be looked up: " + Causes.words(e));
        }
    }
}
