package dev.reeve.files;

import tools.jackson.core.TokenStreamLocation;

/** These bytes are not one JSON value. Its message never repeats what stands in them. */
public final class NotJson extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    private NotJson(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    static NotJson at(TokenStreamLocation location, String message) {
        return location == null
                ? new NotJson(message, 1, 1)
                : new NotJson(message, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    static NotJson atTheBeginning(String message) {
        return new NotJson(message, 1, 1);
    }

    /** Counts from 1. */
    public int line() {
        return line;
    }

    /** Counts from 1. */
    public int column() {
        return column;
    }
}
