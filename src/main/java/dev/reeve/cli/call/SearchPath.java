package dev.reeve.cli.call;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Finds a program as a shell would. */
public final class SearchPath {

    private final String folders;

    public SearchPath(Map<String, String> environment) {
        this.folders = environment.getOrDefault("PATH", "");
    }

    /** @return null if there is no such program */
    public Path find(String program) {
        for (String folder : folders.split(File.pathSeparator)) {
            try {
                Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(program);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return file;
                }
            } catch (InvalidPathException e) {
                // no such folder can exist
            }
        }
        return null;
    }
}
