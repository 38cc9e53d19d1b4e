package dev.reeve.cli.look;

import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.look.StatusReport.Entry;
import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord;
import java.time.Duration;
import java.time.Instant;

/** How much of its time an attempt has used, as a bar. */
final class Progress {

    private static final int BAR = 10;

    private Progress() {}

    /** @return nothing where no timeout is known */
    static String of(Entry entry, AttemptRecord attempt, Instant now) {
        if (attempt.stop() != null || "stopping".equals(told(entry))) {
            return "stopping";
        }
        if (waitsForChildren(entry)) {
            return "waits for its children";
        }
        Instant end = timeout(entry, attempt);
        if (end == null || attempt.startedAt() == null) {
            return "";
        }
        Duration whole = Duration.between(attempt.startedAt(), end);
        double part = Duration.between(attempt.startedAt(), now).toMillis() / (double) Math.max(1, whole.toMillis());
        int full = (int) Math.round(Math.min(1, Math.max(0, part)) * BAR);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] of " + Phrases.elapsed(whole);
    }

    /** A living supervisor knows it; else only what the task itself asks for is known. */
    private static Instant timeout(Entry entry, AttemptRecord attempt) {
        Instant told = entry.published() == null ? null : Json.instant(entry.published(), "timeout_at");
        Duration own = entry.record().spec().timeout();
        if (told != null || own == null || own.isZero() || attempt.startedAt() == null) {
            return told;
        }
        return attempt.startedAt().plus(own);
    }

    private static boolean waitsForChildren(Entry entry) {
        return entry.published() != null && Json.isTrue(entry.published(), "waiting_for_children");
    }

    private static String told(Entry entry) {
        return entry.published() == null ? null : Json.text(entry.published(), "state");
    }
}
