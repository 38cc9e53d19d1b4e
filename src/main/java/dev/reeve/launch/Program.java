package dev.reeve.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the program that a command's first word means, as a shell would, before anything is started. */
public final class Program {

    private Program() {}

    /**
     * @param word a name is looked for in the folders of {@code path}; with a slash it is relative to {@code folder}
     * @param path the PATH that the process will have
     * @return absolute
     */
    public static Path find(String word, Path folder, String path) throws Unlaunchable {
        if (word.isEmpty() || word.indexOf('\0') >= 0) {
            throw new Unlaunchable("the command's first word is empty or holds a zero byte; name a program");
        }
        return word.indexOf('/') >= 0 ? at(folder.resolve(word), word) : among(path, word);
    }

    private static Path at(Path file, String word) throws Unlaunchable {
        Path program = file.toAbsolutePath();
        if (!Files.exists(program)) {
            throw new Unlaunchable("the command " + word + " is not there: no file " + program);
        }
        if (Files.isDirectory(program)) {
            throw new Unlaunchable("the command " + word + " is a folder: " + program);
        }
        if (!Files.isExecutable(program)) {
            throw new Unlaunchable("the command " + word + " may not be executed: chmod +x " + program
                    + ", or run it through its interpreter, as in [sh, " + word + "]");
        }
        return program;
    }

    private static Path among(String path, String word) throws Unlaunchable {
        for (String folder : path.split(":")) {
            // an empty entry means the current folder to a shell, which for a supervisor is nobody's wish
            Path program = folder.startsWith("/") ? Path.of(folder).resolve(word) : null;
            if (program != null && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return program;
            }
        }
        throw new Unlaunchable("the command " + word + " is in no folder of PATH (" + path
                + "); install it, write its absolute path, or add its folder to PATH in the agent's env");
    }
}
