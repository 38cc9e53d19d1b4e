package dev.reeve.cli.look;

import java.io.IOException;
import java.nio.file.Path;

/** One stream of an attempt, on its way to whoever looks at it. */
interface Printed {

    /** Leaves out all but that many of the last lines of what is there. */
    void skipToLast(Path file, long lines) throws IOException;

    /**
     * @param last nothing more is waited for
     * @return true if there was anything new
     */
    boolean copyNew(Path file, boolean last) throws IOException;
}
