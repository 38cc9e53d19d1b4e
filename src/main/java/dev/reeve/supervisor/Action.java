package dev.reeve.supervisor;

import java.util.Locale;

/** The actions that an audit line may tell of. */
enum Action {
    ACCEPT,
    /** A later attempt asked for the same child again. */
    REPEAT,
    REJECT,
    START,
    /** Somebody told a task something while it went on. */
    STEER,
    /** Something about how an attempt went that changes nothing. */
    NOTE,
    STOP,
    EXIT,
    RETRY,
    WAIT,
    RELEASE,
    HOLD,
    HAND_OVER,
    AGAIN,
    FINISH,
    FAIL,
    CANCEL,
    /** What has ended goes for its age. */
    TRIM,
    ALERT,
    RELOAD,
    RECOVER;

    /** @return null if there is no such action */
    static Action of(String word) {
        for (Action action : values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        return null;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
