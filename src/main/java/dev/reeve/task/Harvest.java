package dev.reeve.task;

/**
 * What a task got of what it asked others for, or waited for.
 *
 * @param ok how many ended well
 * @param asked of how many
 * @param degraded some that it could not do without are missing
 */
public record Harvest(int ok, int asked, boolean degraded) {

    /** @return null if it asked for nothing */
    public static Harvest of(ChildrenIndex children) {
        return children.asked() == 0 ? null : new Harvest(children.ok(), children.asked(), children.degraded());
    }

    /** The two together; each may be null. */
    public static Harvest both(Harvest one, Harvest other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Harvest(one.ok + other.ok, one.asked + other.asked, one.degraded || other.degraded);
    }

    /** As in {@code 45/50}. */
    public String complete() {
        return ok + "/" + asked;
    }
}
