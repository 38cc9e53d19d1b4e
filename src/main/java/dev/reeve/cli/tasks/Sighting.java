package dev.reeve.cli.tasks;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;

/**
 * A task, seen somewhere in the tree at one look.
 *
 * @param where null unless it is in a state
 */
public record Sighting(String id, Kind kind, Where where, TaskFolder folder) {

    public enum Kind {
        IN_A_STATE,
        /** In a door or in staging: not in a state yet. */
        NOT_TAKEN_YET,
        REJECTED
    }

    static Sighting in(Where where, TaskFolder folder) {
        return new Sighting(folder.id(), Kind.IN_A_STATE, where, folder);
    }

    /** @return null unless it is in a state */
    public State state() {
        return where == null ? null : where.state();
    }

    public boolean is(State state) {
        return state() == state;
    }

    public boolean ended() {
        return kind == Kind.REJECTED || (where != null && where.state().ended());
    }

    /** Where it is, in a word. */
    public String place() {
        return switch (kind) {
            case IN_A_STATE -> where.toString();
            case NOT_TAKEN_YET -> "not taken yet";
            case REJECTED -> "rejected";
        };
    }
}
