package dev.reeve.supervisor;

import java.util.Locale;

/** The actions that an audit line may tell of. */
enum Action {
    ACCEPT,
    REJECT,
    START,
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
    ALERT,
    RELOAD,
    RECOVER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
