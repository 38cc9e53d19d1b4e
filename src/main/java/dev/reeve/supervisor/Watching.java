package dev.reeve.supervisor;

import java.io.IOException;
import java.util.Set;

/** The configuration and the folders that it is worth to hear of, kept up to date. */
final class Watching implements AutoCloseable {

    private final Parts parts;
    private final Watch watch;
    private final AttemptWatch attempts;
    private final boolean possible;
    private volatile boolean failed;

    /** @param possible false: no events, whatever the settings say */
    Watching(Parts parts, Hints hints, boolean possible) {
        this.parts = parts;
        this.possible = possible;
        this.watch = new Watch(hints, this::failed);
        this.attempts = new AttemptWatch(parts.kit().workspace(), hints);
    }

    boolean on() {
        return possible && parts.configured().team().settings().watch() && !failed;
    }

    /** Looks at STOP and at the settings. What was last read of them stays in force while they can't be read. */
    void look() {
        parts.control().look();
        try {
            parts.configured().reload(false);
            watch.over(on() ? parts.watched() : Set.of());
            parts.problems().clear("controls");
        } catch (IOException e) {
            parts.problems()
                    .raise(
                            "controls",
                            "reeve.yaml",
                            "a change of the configuration can't be taken in: " + Causes.words(e));
        }
    }

    /** Looks at who is at work now. */
    void lookAtAttempts() {
        if (on()) {
            attempts.over(parts.ledger().lives());
        }
    }

    /** True if what attempts put into their doors has to be looked for. */
    boolean mustPollAttempts() {
        return on() && !attempts.tells();
    }

    private void failed(String reason) {
        failed = true;
        parts.problems()
                .raise(
                        "watch",
                        parts.kit().workspace().root().toString(),
                        "there are no file events (" + reason + "): folders are looked at every "
                                + Words.duration(
                                        parts.configured().team().settings().scan())
                                + " instead. On Linux, raise fs.inotify.max_user_watches or max_user_instances");
    }

    @Override
    public void close() {
        watch.close();
        attempts.close();
    }
}
