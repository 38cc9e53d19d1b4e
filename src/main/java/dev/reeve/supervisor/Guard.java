package dev.reeve.supervisor;

import java.io.IOException;
import java.time.Duration;

/** A step of one task meets an error: the others go on, and this one is looked at anew after a rest. */
final class Guard {

    /** How soon an attempt is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }

    private final Kit kit;
    private final Ledger ledger;
    private final Settling settling;

    Guard(Kit kit, Ledger ledger, Settling settling) {
        this.kit = kit;
        this.ledger = ledger;
        this.settling = settling;
    }

    /** What the step stages is settled with that of others, by {@link #settle}. */
    void step(String id, Step step) {
        try {
            step.take();
            if (!settling.has(id)) {
                well(id);
            }
        } catch (IOException e) {
            failed(id, e);
        }
    }

    /** What the step stages is settled at once, because the next may build on it. */
    void alone(String id, Step step) {
        step(id, step);
        settle();
    }

    void settle() {
        settling.settle(this::failed, this::well);
    }

    private void well(String id) {
        kit.problems().clear("task " + id);
    }

    private void failed(String id, IOException error) {
        kit.problems().raise("task " + id, id, "a step of this task failed and is tried again: " + Causes.words(error));
        long now = kit.time().nanos();
        ledger.trouble(id, now + kit.team().get().settings().scan().toNanos());
        Live live = ledger.live(id);
        if (live != null) {
            live.nextLook = now + LOOK_AGAIN.toNanos();
        }
    }
}
