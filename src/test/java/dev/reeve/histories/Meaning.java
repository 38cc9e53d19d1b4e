package dev.reeve.histories;

import dev.reeve.workspace.TaskId;

/** How far a history leaves a task alone, so that its end is the one that its programs decide. */
final class Meaning {

    private final Play play;
    private final History history;

    Meaning(Play play) {
        this.play = play;
        this.history = play.history();
    }

    /** Nobody disturbed it, and the machine lost nothing: it ends as it is meant to, and is run no more than that. */
    boolean isStrict(Drop drop) {
        return isNearly(drop)
                && !play.powerWasCut()
                && !history.has(Faults.ProcessDies.class)
                && !anyGaveUpWaiting(drop.work().slug());
    }

    /** It went on without its children, and is run once more when they have ended. */
    private boolean anyGaveUpWaiting(String root) {
        return play.machine().processes.impatient().stream()
                .map(mark -> TaskId.slugOf(mark.task()))
                .anyMatch(slug -> slug.equals(root) || Kid.isBelow(slug, root));
    }

    /** Nobody disturbed it or those above and below, and it is wanted to its end. */
    boolean isStrictChild(String slug) {
        for (Drop drop : history.drops().values()) {
            if (Kid.isBelow(slug, drop.work().slug())) {
                return isStrict(drop) && drop.work().succeeds();
            }
        }
        return false;
    }

    private boolean isAnyBelowTouched(String root) {
        return history.any(deed -> deed instanceof AtTask task && Kid.isBelow(task.slug(), root));
    }

    private boolean isNearly(Drop drop) {
        boolean late = drop.work().behaviours().contains(Behaviour.ANSWERS_TOO_LATE) && nobodyLooked();
        boolean untouched = drop.work().strict()
                && drop.isWhole()
                && !history.touches(drop.work().slug())
                && !isAnyBelowTouched(drop.work().slug());
        boolean drained = history.any(deed -> deed instanceof Faults.Ends ends && ends.drain()
                || deed instanceof PeoplesDeeds.Write write && write.isStopNow());
        return untouched && !drained && !late && !history.has(Faults.ClockSet.class);
    }

    /** What should have been stopped may have come to its end. */
    boolean nobodyLooked() {
        return history.any(deed -> deed instanceof Faults.Ends
                || deed instanceof Faults.FullDisk
                || deed instanceof Faults.Kill kill && !kill.down().isZero());
    }

    /** Attempts may have been lost, and were made again. */
    boolean isNearlyStrict(Drop drop) {
        Work work = drop.work();
        boolean cutOff = play.powerWasCut() && !drop.comesAtOnce();
        return isNearly(drop)
                && !cutOff
                && !history.has(Faults.ProcessDies.class)
                && (work.always(true) || work.always(false));
    }
}
