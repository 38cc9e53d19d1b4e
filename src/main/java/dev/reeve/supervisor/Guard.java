package dev.reeve.supervisor;

import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A step of one task meets an error: the others go on, and this one is looked at anew after a rest. */
final class Guard {

    /** How soon an attempt is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }

    /**
     * What went wrong with a task, and is still told.
     *
     * @param where its task was; null if that was not known
     * @param looking it was a look at the task that failed, and no step of it
     */
    private record Failed(String kind, Where where, boolean looking) {}

    private final Kit kit;
    private final Ledger ledger;
    private final Settling settling;
    private final Map<String, Failed> told = new HashMap<>();
    private boolean looking;

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

    /** Looks where a task is, and what that means. What is staged is settled at once, because the next may build on it. */
    void look(String id, Step step) {
        looking = true;
        try {
            step.take();
            if (!settling.has(id)) {
                looksWell(id);
            }
        } catch (IOException e) {
            failed(id, e);
        }
        settle();
        looking = false;
    }

    void settle() {
        settling.settle(this::failed, this::well);
    }

    private void well(String id) {
        if (told.remove(id) != null) {
            kit.problems().clear(problem(id));
        }
    }

    /** A step that failed is not mended by a look, unless its task is elsewhere by now: then nobody wants it any more. */
    private void looksWell(String id) {
        Failed before = told.get(id);
        if (before != null && (before.looking || !Objects.equals(before.where, where(id)))) {
            well(id);
        }
    }

    private void failed(String id, IOException error) {
        Failed now = new Failed(Causes.kind(error), where(id), looking);
        Failed before = told.put(id, now);
        // numbers and temporary names make other words of the same trouble
        if (before == null || !before.kind.equals(now.kind)) {
            kit.problems()
                    .raise(
                            Causes.alert(error),
                            problem(id),
                            id,
                            "a step of this task failed and is tried again: " + Causes.words(error));
        }
        long nanos = kit.time().nanos();
        ledger.trouble(id, nanos + kit.team().get().settings().scan().toNanos());
        Live live = ledger.live(id);
        if (live != null) {
            live.nextLook = nanos + LOOK_AGAIN.toNanos();
        }
    }

    private Where where(String id) {
        Card card = ledger.board().get(id);
        return card == null ? null : card.where();
    }

    private static String problem(String id) {
        return "task " + id;
    }
}
