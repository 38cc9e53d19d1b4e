package dev.reeve.histories;

import dev.reeve.supervisor.World;

/** A change of what a supervisor does to its world, to see whether anybody notices. */
interface Mutation {

    Mutation NONE = world -> world;

    /** What one supervisor gets in place of its world. */
    World of(World world);

    default boolean shimsClaimExclusively() {
        return true;
    }
}
