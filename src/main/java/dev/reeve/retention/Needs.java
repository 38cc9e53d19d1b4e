package dev.reeve.retention;

import java.io.IOException;
import java.nio.file.Path;

/** Whether somebody needs what is old enough to go. */
@FunctionalInterface
public interface Needs {

    Needs NOBODY = (id, folder) -> false;

    boolean isNeeded(String id, Path folder) throws IOException;
}
