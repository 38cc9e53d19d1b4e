package dev.reeve.histories;

import java.io.IOException;

/** What must hold all the time. */
interface Invariant {

    /** Before each step that the supervisor takes, and at the beginning and the end of each turn. */
    default void atStep(Play play) throws IOException {}

    /** When a turn has ended and nothing went wrong in it: what it did is complete, and lasts. */
    default void afterTurn(Play play) throws IOException {}

    /** On what a crash has left, before anybody has looked at it. */
    default void afterCrash(Play play) throws IOException {}
}
