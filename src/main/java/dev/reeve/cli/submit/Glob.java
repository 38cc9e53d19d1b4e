package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/**
 * The files that a pattern means, as a shell with {@code **} would take it: {@code *} and {@code ?} within a name, {@code **}
 * any number of folders, also none. What begins with a dot is left out unless the pattern says so.
 */
final class Glob {

    private static final String ANY_DEPTH = "**";

    private final String pattern;
    private final TreeSet<Path> found = new TreeSet<>();
    private Path fixed;

    /**
     * A file that was meant.
     *
     * @param name its path below the part of the pattern that has no wildcard in it
     */
    record Match(Path file, String name) {}

    private Glob(String pattern) {
        this.pattern = pattern;
    }

    /** @return at least one, sorted */
    static List<Match> expand(String pattern, Path directory) throws IOException {
        Glob glob = new Glob(pattern);
        List<String> steps = new ArrayList<>(List.of(pattern.split("/+")));
        Path start = directory;
        if (pattern.startsWith("/")) {
            start = directory.getRoot();
            steps.remove(0);
        }
        while (steps.size() > 1 && !isPattern(steps.get(0))) {
            start = start.resolve(steps.remove(0));
        }
        glob.fixed = start.normalize();
        if (!pattern.isBlank()) {
            glob.walk(glob.fixed, steps);
        }
        if (glob.found.isEmpty()) {
            throw new UserError(
                    Exit.USAGE,
                    "--each " + pattern + ": no file matches it. It starts from " + directory
                            + "; quote it, so that Reeve and not the shell expands it.");
        }
        return glob.found.stream().map(glob::match).toList();
    }

    private Match match(Path file) {
        return new Match(file, fixed.relativize(file).toString());
    }

    private static boolean isPattern(String step) {
        return step.chars().anyMatch(c -> "*?[{\\".indexOf(c) >= 0);
    }

    private void walk(Path folder, List<String> steps) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals(ANY_DEPTH)) {
            walk(folder, rest.isEmpty() ? List.of("*") : rest);
        }
        PathMatcher matcher = matcher(step.equals(ANY_DEPTH) ? "*" : step);
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path path : names) {
                boolean hidden = path.getFileName().toString().startsWith(".") && !step.startsWith(".");
                if (hidden || !matcher.matches(path.getFileName())) {
                    continue;
                }
                // a link to a folder above would never end
                if (step.equals(ANY_DEPTH) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    walk(path, steps);
                } else if (!step.equals(ANY_DEPTH) && rest.isEmpty() && Files.isRegularFile(path)) {
                    found.add(path);
                } else if (!step.equals(ANY_DEPTH) && !rest.isEmpty()) {
                    walk(path, rest);
                }
            }
        }
    }

    private PathMatcher matcher(String step) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + step);
        } catch (PatternSyntaxException e) {
            throw new UserError(
                    Exit.USAGE, "--each " + pattern + ": `" + step + "` is no pattern: " + e.getDescription() + ".");
        }
    }
}
