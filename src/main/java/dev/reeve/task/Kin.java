package dev.reeve.task;

/**
 * Whose child a task is. The place where it was dropped says so, and nobody can forge it.
 *
 * @param parent the id of the task whose attempt asked for it
 * @param root the first ancestor's id
 * @param depth 1 for a child of a root
 * @param place its name among the parent's {@code children/}
 * @param attempt the parent's attempt that asked for it
 * @param digest of what was dropped, by which a later attempt that asks for the same is known to ask again
 * @param alone its parent is over, and a person has begun it again: it is on its own from there on
 */
public record Kin(String parent, String root, int depth, String place, int attempt, String digest, boolean alone) {

    /** The same task, on its own. */
    public Kin leftAlone() {
        return new Kin(parent, root, depth, place, attempt, digest, true);
    }
}
