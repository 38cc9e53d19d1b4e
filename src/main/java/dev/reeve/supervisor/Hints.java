package dev.reeve.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What wakes the loop: something was touched, a process ended, somebody wants it to stop. A hint may be late, doubled or
 * lost; it only says where to look first.
 */
public final class Hints {

    /** More than this is as good as "look everywhere". */
    private static final int MOST = 4096;

    /** What came in since the last look. @param everywhere the watcher lost track, or there was too much */
    public record Batch(Set<Path> touched, Set<String> ended, boolean everywhere) {}

    private Set<Path> touched = new HashSet<>();
    private Set<String> ended = new HashSet<>();
    private boolean everywhere;
    private boolean woken;

    public synchronized void touched(Path path) {
        if (touched.size() < MOST) {
            touched.add(path);
        } else {
            everywhere = true;
        }
        notifyAll();
    }

    public synchronized void everywhere() {
        everywhere = true;
        notifyAll();
    }

    public synchronized void ended(String task) {
        ended.add(task);
        notifyAll();
    }

    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits for a hint, but no longer than this, and takes all that came. */
    public synchronized Batch await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (touched.isEmpty() && ended.isEmpty() && !everywhere && !woken && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
        Batch batch = new Batch(touched, ended, everywhere);
        touched = new HashSet<>();
        ended = new HashSet<>();
        everywhere = false;
        woken = false;
        return batch;
    }
}
