package dev.reeve.task;

/**
 * What a task got of what it asked others for, in a few words.
 *
 * @param complete how many ended well of how many: {@code 45/50}
 * @param degraded some that it could not do without are missing
 */
public record Harvest(String complete, boolean degraded) {

    /** @return null if it asked for nothing */
    public static Harvest of(ChildrenIndex children) {
        return children.asked() == 0 ? null : new Harvest(children.complete(), children.degraded());
    }
}
