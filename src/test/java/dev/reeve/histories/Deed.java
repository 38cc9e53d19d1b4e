package dev.reeve.histories;

import java.io.IOException;

/**
 * Something that comes from outside: a person, a program that drops work, a fault. It is data, with a text that a reader of
 * a failed history understands, and does the same whenever it is done to the same workspace.
 */
interface Deed {

    void happen(Play play) throws IOException;
}
