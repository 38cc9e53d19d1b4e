package dev.reeve.repository;

import dev.reeve.files.Programs;
import dev.reeve.launch.Errand;
import dev.reeve.launch.Processes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way to git. An agent may have changed whatever it can write of a repository, and what git runs for Reeve runs
 * outside of any sandbox: so no hook, no monitor, no filter of the repository's own, and no transport.
 */
public final class Git {

    /** For a question, which git answers from a few files. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** For what reads or writes all files of a worktree. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final int MOST_WORDS = 500;

    private final Processes processes;
    private final Programs programs;
    private final Map<String, String> environment;

    /** @param own the supervisor's own variables */
    public Git(Processes processes, Programs programs, Map<String, String> own) {
        this.processes = processes;
        this.programs = programs;
        this.environment = new HashMap<>();
        environment.put("PATH", own.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        for (String name : List.of("HOME", "XDG_CONFIG_HOME")) {
            if (own.get(name) != null) {
                environment.put(name, own.get(name));
            }
        }
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
    }

    /** A command line that was asked something. */
    record Said(int exit, String out, String err) {

        boolean well() {
            return exit == 0;
        }

        String line() {
            return out.strip();
        }

        List<String> lines() {
            return out.lines().filter(line -> !line.isBlank()).toList();
        }

        /** What git complains of, cut to what a page can bear. */
        String complaint() {
            String words = err.isBlank() ? out.strip() : err.strip();
            words = words.replace('\n', ' ');
            return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
        }
    }

    /** Asked of a folder that somebody named, by the files that are in it and above it. */
    Said in(Path directory, String... words) throws GitTrouble {
        return run(directory, Map.of(), SOON, List.of(), List.of(words));
    }

    /** Asked of a repository, wherever its files say that it is. @param common its folder, {@code .git} for most */
    Said of(Path common, String... words) throws GitTrouble {
        return run(common, Map.of("GIT_DIR", common.toString()), SOON, List.of(), List.of(words));
    }

    /** The same, where git may have many files to remove. */
    Said slowly(Path common, String... words) throws GitTrouble {
        return run(common, Map.of("GIT_DIR", common.toString()), LONG, List.of(), List.of(words));
    }

    /** Done to a worktree. It is told where everything is: what stands in the worktree may be the agent's own. */
    Said at(Tree tree, String... words) throws GitTrouble {
        Map<String, String> where = Map.of(
                "GIT_DIR", tree.gitDir().toString(),
                "GIT_COMMON_DIR", tree.common().toString(),
                "GIT_WORK_TREE", tree.directory().toString());
        return run(tree.directory(), where, LONG, filtersOff(tree.common()), List.of(words));
    }

    /** A filter is a command, which whoever can write the configuration of the repository could have named. */
    private List<String> filtersOff(Path common) throws GitTrouble {
        List<String> options = new ArrayList<>();
        for (String key : of(common, "config", "--local", "--includes", "--name-only", "--get-regexp", "^filter\\.")
                .lines()) {
            options.add("-c");
            options.add(key + (key.endsWith(".required") ? "=false" : "="));
        }
        return options;
    }

    private Said run(
            Path directory, Map<String, String> where, Duration patience, List<String> options, List<String> words)
            throws GitTrouble {
        List<String> argv = new ArrayList<>(
                List.of(program().toString(), "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"));
        argv.addAll(options);
        argv.addAll(words);
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(where);
        try {
            Errand.Outcome outcome = processes.run(new Errand(argv, directory, variables, patience));
            return new Said(outcome.exit(), outcome.out(), outcome.err());
        } catch (IOException e) {
            throw new GitTrouble("`git " + String.join(" ", words) + "` in " + directory + ": " + e.getMessage());
        }
    }

    private Path program() throws GitTrouble {
        String path = environment.get("PATH");
        for (String folder : path.split(":")) {
            try {
                Path program = Path.of(folder).resolve("git");
                if (program.isAbsolute() && programs.look(program) == Programs.Kind.RUNNABLE) {
                    return program;
                }
            } catch (InvalidPathException e) {
                // no folder
            }
        }
        throw new GitTrouble("there is no `git` on Reeve's PATH " + path + ": install git, or mend PATH");
    }
}
