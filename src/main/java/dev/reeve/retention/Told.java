package dev.reeve.retention;

import java.io.IOException;

/** Hears of what goes, before it does. What it was told lasts when it returns. */
@FunctionalInterface
public interface Told {

    /**
     * @param about the folder of a day, or a file, as people name it
     * @param which the same when the same is told a second time, after a crash
     */
    void of(String about, String which, int count, long bytes) throws IOException;
}
