package dev.reeve.shared;

import dev.reeve.files.Stat;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Seen;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a lock that is there still holds.
 *
 * <p>Where the owner's pid means something, it alone decides: a lock that has expired and whose owner lives still holds,
 * because two at work are worse than one who is slow. Elsewhere nothing but the expiry can be known.
 */
final class Judge {

    /** Longer than anybody takes to write a few bytes. */
    static final Duration WRITTEN_BY_THEN = Duration.ofSeconds(5);

    private final Asker asker;

    Judge(Asker asker) {
        this.asker = asker;
    }

    /** @param note null if it can't be read */
    Standing of(LockNote note, Stat stat) throws IOException {
        Instant now = asker.clock().instant();
        if (note == null) {
            // a time in the future is one of a clock that was set
            Duration age = Duration.between(stat.modified(), now).abs();
            return age.compareTo(WRITTEN_BY_THEN) < 0 ? new Standing.Unreadable() : new Standing.Stale(false);
        }
        return holds(note, now) ? new Standing.Held(note) : new Standing.Stale(true);
    }

    private boolean holds(LockNote note, Instant now) throws IOException {
        if (note.home().equals(asker.processes().home())) {
            return lives(note.process()) || lives(note.command());
        }
        boolean anotherBoot = note.host().equals(asker.host())
                && !note.home().boot().equals(asker.processes().home().boot());
        return !anotherBoot && (note.expires() == null || now.isBefore(note.expires()));
    }

    private boolean lives(Identity process) throws IOException {
        Seen seen = process == null ? null : asker.processes().look(process.pid());
        return seen != null
                && (process.start().equals(Identity.UNKNOWN_START)
                        || seen.identity().equals(process));
    }
}
