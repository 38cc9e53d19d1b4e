package dev.reeve.supervisor;

import java.util.Locale;

/** The actions that an audit line may tell of. */
enum Action {
    ACCEPT,
    /** A rule has taken an event. */
    EVENT,
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
    /** A person answered what was asked. */
    ANSWER,
    FINISH,
    FAIL,
    CANCEL,
    /** What has ended goes for its age. */
    TRIM,
    ALERT,
    /** A slot of a schedule has come, and it makes no task. */
    FIRE,
    /** Slots passed while nobody was there. */
    MISS,
    /** Slots came while the work of an earlier one had not ended. */
    SKIP,
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
