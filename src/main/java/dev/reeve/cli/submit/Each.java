package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that make many tasks of one. */
@Command
final class Each {

    @Option(
            names = "--each",
            paramLabel = "GLOB",
            description = "Make a task for each of these files, which goes along with it and is its input. Quote it:"
                    + " Reeve expands it, ** also. May be repeated.")
    private List<String> globs = new ArrayList<>();

    @Option(names = "--batch", paramLabel = "N", description = "With --each: a task for each N of the files.")
    private Integer batch;

    @Option(names = "--task", paramLabel = "FILE", description = "With --each: the task, if it is not given as words.")
    private String task;

    @Option(
            names = "--then",
            paramLabel = "FILE|TEXT",
            description = "With --each: one task more, after all the others, with the results of those that succeeded.")
    private String then;

    boolean asked() {
        return !globs.isEmpty();
    }

    List<String> globs() {
        return globs;
    }

    /** How many files a task gets. */
    int batch() {
        return batch == null ? 1 : batch;
    }

    /** @return null if there is none */
    String then() {
        return then;
    }

    /** @param words that were given beside the options */
    List<String> task(List<String> words) {
        if (task != null && !words.isEmpty()) {
            throw new UserError(Exit.USAGE, "the task is given twice: by --task, and as `" + words.get(0) + "`.");
        }
        return task == null ? words : List.of(task);
    }

    void checkUsage() {
        if (!asked() && (batch != null || task != null || then != null)) {
            String option = batch != null ? "--batch" : task != null ? "--task" : "--then";
            throw new UserError(Exit.USAGE, option + " goes with --each only.");
        }
        if (batch != null && batch < 1) {
            throw new UserError(Exit.USAGE, "--batch " + batch + ": expected 1 or more.");
        }
    }
}
