package dev.reeve.supervisor;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration and the folders that it is worth to hear of, kept up to date. */
final class Watching implements AutoCloseable {

    /** So many sessions at most take of what the system has for watching; the others are looked at with each scan. */
    private static final int SESSIONS = 1024;

    private static final int QUESTIONS = 1024;

    private final Parts parts;
    private final Watch watch;
    private final FolderWatch attempts;
    private final FolderWatch sessions;
    private final FolderWatch questions;
    private final boolean possible;
    private volatile boolean failed;

    /** @param possible false: no events, whatever the settings say */
    Watching(Parts parts, Hints hints, boolean possible) {
        this.parts = parts;
        this.possible = possible;
        this.watch = new Watch(hints, this::failed);
        this.attempts = new FolderWatch("attempts", hints, any -> true);
        this.sessions = new FolderWatch("sessions", hints, "inbox.jsonl"::equals);
        this.questions = new FolderWatch("questions", hints, "answer.md"::equals);
    }

    boolean on() {
        return possible && parts.configured().team().settings().watch() && !failed;
    }

    /** Looks at STOP and at the settings. What was last read of them stays in force while they can't be read. */
    void look() {
        parts.control().look();
        try {
            parts.configured().reload(false);
            parts.schedules().look();
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

    /** Looks at who is at work now, and which sessions there are. */
    void lookAtThoseThatComeAndGo() {
        if (on()) {
            attempts.over(doors());
            sessions.over(parts.mail().sessions(SESSIONS));
            questions.over(asked());
        }
    }

    private Set<Path> asked() {
        return parts.ledger().board().asked().stream()
                .limit(QUESTIONS)
                .map(card ->
                        card.where().task(parts.kit().workspace(), card.id()).path())
                .collect(Collectors.toSet());
    }

    private Set<Path> doors() {
        Set<Path> doors = new HashSet<>();
        for (Live live : parts.ledger().lives()) {
            if (!live.removed()) {
                AttemptFolder attempt =
                        live.where.task(parts.kit().workspace(), live.id).attempt(live.number);
                doors.addAll(List.of(attempt.door(), attempt.spawn(), attempt.send(), attempt.waits()));
            }
        }
        return doors;
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
        sessions.close();
        questions.close();
    }
}
