package dev.reeve.files;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the machine can run. Unlike a {@link Disk} this follows links, because a program's name mostly is one, and
 * because programs stand outside the workspace.
 */
@FunctionalInterface
public interface Programs {

    enum Kind {
        MISSING,
        /** A folder, a device: never a program. */
        NO_FILE,
        NOT_EXECUTABLE,
        RUNNABLE
    }

    Kind look(Path path);

    static Programs ofThisMachine() {
        return path -> {
            if (!Files.exists(path)) {
                return Kind.MISSING;
            }
            if (!Files.isRegularFile(path)) {
                return Kind.NO_FILE;
            }
            return Files.isExecutable(path) ? Kind.RUNNABLE : Kind.NOT_EXECUTABLE;
        };
    }
}
