package dev.reeve.agent;

import dev.reeve.files.Programs;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.AgentFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the first word of a command leads: argv[0] is always an absolute path when a process is started. */
public sealed interface CommandPath {

    record Found(Path program) implements CommandPath {}

    /** @param reason in words: what was looked for, and where */
    record NotFound(String reason) implements CommandPath {}

    /**
     * @param word with a slash in it, relative to the agent's folder; else looked for on the search path
     * @param searchPath as in the variable PATH; what is not absolute in it is passed over, because it would mean another
     *     place in each working directory
     */
    static CommandPath find(String word, AgentFolder agent, String searchPath, Programs programs) {
        return find(word, agent.path(), "the agent's folder", searchPath, programs);
    }

    /**
     * @param folder what a word with a slash in it is relative to
     * @param called as a person knows that folder
     */
    static CommandPath find(String word, Path folder, String called, String searchPath, Programs programs) {
        try {
            return word.indexOf('/') < 0
                    ? search(word, folder, called, searchPath, programs)
                    : at(word, folder, programs);
        } catch (InvalidPathException e) {
            return new NotFound(Quoted.of(word) + " can't be the name of a file");
        }
    }

    private static CommandPath at(String word, Path folder, Programs programs) {
        if (word.startsWith("~")) {
            return new NotFound(Quoted.of(word) + " begins with `~`, which only a shell knows: write the whole path");
        }
        Path program = folder.resolve(word).normalize().toAbsolutePath();
        return switch (programs.look(program)) {
            case RUNNABLE -> new Found(program);
            case MISSING -> new NotFound("there is no " + Quoted.path(program.toString()));
            case NO_FILE -> new NotFound(Quoted.path(program.toString()) + " is no file");
            case NOT_EXECUTABLE ->
                new NotFound(Quoted.path(program.toString()) + " is not executable: run `chmod +x` on it, or put its"
                        + " interpreter before it, as in [sh, " + Quoted.path(word) + "]");
        };
    }

    private static CommandPath search(String word, Path here, String called, String searchPath, Programs programs) {
        for (String folder : searchPath.split(":")) {
            if (!folder.startsWith("/")) {
                continue;
            }
            Path program = here.getFileSystem().getPath(folder).resolve(word);
            if (programs.look(program) == Programs.Kind.RUNNABLE) {
                return new Found(program);
            }
        }
        boolean isHere = programs.look(here.resolve(word)) != Programs.Kind.MISSING;
        return new NotFound(Quoted.of(word) + " is not on the PATH " + Quoted.path(searchPath)
                + (isHere ? "; the one in " + called + " is written " + Quoted.of("./" + word) : ""));
    }
}
