package dev.reeve.sim;

import dev.reeve.supervisor.Hints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** The watcher of a simulated machine: it tells what happened as bad watchers do. */
public final class SimWatcher {

    /** How far it can be trusted. */
    public enum Mood {
        PROMPT,
        /** Each event comes after a while of its own, so that they change places. */
        LATE,
        DOUBLED,
        /** Every other event never comes. */
        LOSSY,
        /** Now and then it has lost track and says only that. */
        OVERFLOWING,
        SILENT
    }

    private static final Duration PROMPTLY = Duration.ofMillis(2);
    private static final int LATEST_MILLIS = 3000;

    private final SimTime time;
    private final Mood mood;
    private final Random random;
    private final Hints hints;

    /** @param hints where it tells of what it saw */
    public SimWatcher(SimTime time, Mood mood, long seed, Hints hints) {
        this.time = time;
        this.mood = mood;
        this.random = new Random(seed);
        this.hints = hints;
    }

    public void saw(Path path) {
        switch (mood) {
            case PROMPT -> tell(path, PROMPTLY);
            case LATE -> tell(path, Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
            case DOUBLED -> {
                tell(path, PROMPTLY);
                tell(path, Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
            }
            case LOSSY -> {
                if (random.nextBoolean()) {
                    tell(path, PROMPTLY);
                }
            }
            case OVERFLOWING -> {
                if (random.nextInt(8) == 0) {
                    time.after(PROMPTLY, hints::everywhere);
                }
            }
            case SILENT -> {}
        }
    }

    private void tell(Path path, Duration delay) {
        time.after(delay, () -> hints.touched(path));
    }
}
