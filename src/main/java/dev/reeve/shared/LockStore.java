package dev.reeve.shared;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The lock of one file on the disk. It is made by a link to a whole file, so that of two who want it one wins and nobody
 * sees half of it.
 *
 * <p>Everything else that is done to its name is done under the kernel's lock on the guard: whoever has looked at a lock
 * there and takes it away takes away what he has looked at, and never the one that came after it. The guard stays: two of
 * them would guard nothing.
 */
final class LockStore {

    /** More than any lock has. */
    private static final int MOST = 64 << 10;

    private static final long GUARD_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Durable durable;
    private final LongSupplier random;
    private final Path lock;
    private final Path guard;

    LockStore(Durable durable, LongSupplier random, Path file) {
        this.durable = durable;
        this.random = random;
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
        this.guard = file.resolveSibling(file.getFileName() + ".lock.guard");
    }

    Path lock() {
        return lock;
    }

    /** A lock means nothing to the next boot, so that none is forced. */
    boolean claim(LockNote note) throws IOException {
        return durable.linkUnforced(lock, note.bytes());
    }

    Standing look(Judge judge) throws IOException {
        Stat stat = durable.disk().stat(lock);
        if (stat == null) {
            return new Standing.Free();
        }
        if (!stat.isFile()) {
            throw new FileSystemException(
                    lock.toString(), null, "this is no lock but a folder, a link or a device. Move it away");
        }
        byte[] content = durable.readIfThere(lock, MOST);
        return content == null ? new Standing.Free() : judge.of(LockNote.parse(content), stat);
    }

    /**
     * Takes a stale lock away, if it still is one. What can't be read may be a file that somebody needs, and is kept
     * under another name.
     */
    void breakStale(Judge judge) throws IOException {
        try (Disk.HeldLock guarded = durable.disk().lock(guard)) {
            if (guarded == null || !(look(judge) instanceof Standing.Stale stale)) {
                return;
            }
            if (stale.readable()) {
                durable.disk().remove(lock);
            } else {
                String aside = lock.getFileName() + ".unreadable-" + Long.toHexString(random.getAsLong());
                durable.move(lock, lock.resolveSibling(aside));
            }
        }
    }

    /** @return false if this one is not there any more */
    boolean rewrite(LockNote note) throws IOException {
        return underGuard(note, () -> durable.replaceUnforced(lock, note.bytes()));
    }

    /** @return false if this one is not there any more */
    boolean remove(LockNote note) throws IOException {
        return underGuard(note, () -> durable.disk().remove(lock));
    }

    private interface Step {
        void take() throws IOException;
    }

    private boolean underGuard(LockNote note, Step step) throws IOException {
        Disk.HeldLock guarded = guarded();
        try {
            boolean there = isThere(note);
            if (there) {
                step.take();
            }
            return there;
        } finally {
            guarded.close();
        }
    }

    private boolean isThere(LockNote note) throws IOException {
        byte[] content = durable.readIfThere(lock, MOST);
        LockNote now = content == null ? null : LockNote.parse(content);
        return now != null && now.id().equals(note.id());
    }

    /** Nobody has the guard for longer than a few steps on the disk. */
    private Disk.HeldLock guarded() throws IOException {
        Disk.HeldLock guarded = durable.disk().lock(guard);
        while (guarded == null) {
            LockSupport.parkNanos(GUARD_PAUSE_NANOS);
            guarded = durable.disk().lock(guard);
        }
        return guarded;
    }
}
