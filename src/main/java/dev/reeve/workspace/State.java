package dev.reeve.workspace;

import java.util.Locale;

/** The folder that a task is in is its state. */
public enum State {
    QUEUE,
    WAITING,
    RUNNING,
    HELD,
    DONE,
    FAILED;

    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing more happens to it unless a person moves it. */
    public boolean ended() {
        return this == DONE || this == FAILED;
    }

    /** @return null if no state has this name */
    public static State of(String folder) {
        for (State state : values()) {
            if (state.folder().equals(folder)) {
                return state;
            }
        }
        return null;
    }
}
