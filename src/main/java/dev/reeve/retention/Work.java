package dev.reeve.retention;

import java.io.IOException;

/** Something long, in steps of about one access to the disk each, between which others have their turn. */
@FunctionalInterface
public interface Work {

    /** @return true if there is more to do */
    boolean step() throws IOException;

    /** Another one after it, which is not begun if this one meets an error. */
    default Work then(Work other) {
        boolean[] over = {false};
        return () -> {
            if (!over[0]) {
                over[0] = !step();
                return true;
            }
            return other.step();
        };
    }
}
