package dev.reeve.shared;

import dev.reeve.files.Durable;
import dev.reeve.launch.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The lock on one file that agents and people have in common. It is advice: it keeps out who asks for it.
 *
 * <p>A process that takes it from several threads must see to their turns by itself: the guard is the kernel's, which
 * knows processes alone.
 */
public final class SharedLock {

    private final Asker asker;
    private final Judge judge;
    private final LockStore store;
    private final LongSupplier random;

    /** @param file need not be there, but the folder that it is in */
    public SharedLock(Durable durable, LongSupplier random, Asker asker, Path file) {
        this.asker = asker;
        this.judge = new Judge(asker);
        this.store = new LockStore(durable, random, file);
        this.random = random;
    }

    /** What is done while somebody else has the lock. */
    @FunctionalInterface
    public interface Waiting {
        /**
         * Lets some time pass.
         *
         * @param by who has it, or null where nobody can tell
         * @return false to wait no longer
         */
        boolean again(LockNote by);
    }

    /** The lock, held. */
    public final class Held implements AutoCloseable {
        private LockNote note;

        private Held(LockNote note) {
            this.note = note;
        }

        /** This process works under the lock from here on, and keeps it for as long as it lives. */
        public boolean nameCommand(Identity command) throws IOException {
            note = note.under(command);
            return store.rewrite(note);
        }

        /** @return false if it was taken away in the meantime */
        public boolean release() throws IOException {
            return store.remove(note);
        }

        @Override
        public void close() throws IOException {
            release();
        }
    }

    /** The lock itself, as it lies on the disk. */
    public Path path() {
        return store.lock();
    }

    /**
     * @param expires after how long other hosts may break it, or null for never
     * @return null if waiting has ended before it was had
     */
    public Held take(Duration expires, Waiting waiting) throws IOException {
        while (true) {
            Standing standing = store.look(judge);
            if (standing instanceof Standing.Stale) {
                store.breakStale(judge);
                standing = store.look(judge);
            }
            if (standing instanceof Standing.Free) {
                LockNote mine = note(expires);
                if (store.claim(mine)) {
                    return new Held(mine);
                }
            } else if (!waiting.again(standing instanceof Standing.Held held ? held.by() : null)) {
                return null;
            }
        }
    }

    private LockNote note(Duration expires) {
        Instant now = asker.clock().instant();
        return new LockNote(
                Long.toHexString(random.getAsLong()),
                asker.owner(),
                asker.self(),
                null,
                asker.processes().home(),
                asker.host(),
                now,
                expires == null ? null : now.plus(expires));
    }
}
