package dev.reeve.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Good files of each kind, to be spoiled: those in {@code src/test/resources/fuzz/good/}, and what users are given. */
public enum Corpus {
    MARKDOWN(Syntax.MARKDOWN, "markdown", "drop/[^/]+\\.md"),
    YAML(Syntax.YAML, "yaml", null),
    JSON(Syntax.JSON, "json", null),
    TEXT(Syntax.TEXT, "text", "AGENTS\\.md"),
    AGENT(Syntax.YAML, "agent", "agent\\.yaml"),
    SETTINGS(Syntax.YAML, "settings", "reeve\\.yaml"),
    RECORD(Syntax.JSON, "record", null),
    COMMAND(Syntax.JSON, "command", null),
    BREAKERS(Syntax.JSON, "breakers", null),
    RATES(Syntax.JSON, "rates", null),
    KEY(Syntax.JSON, "key", null),
    LINES(Syntax.LINES, "lines", null),
    INBOX(Syntax.LINES, "inbox", null),
    CURSOR(Syntax.JSON, "cursor", null),
    USAGE(Syntax.JSON, "usage", null),
    PRICES(Syntax.YAML, "prices", null),
    SPENDING(Syntax.LINES, "spending", null),
    STREAM(Syntax.LINES, "stream", null),
    PID(Syntax.TEXT, "pid", null),
    EXIT(Syntax.TEXT, "exit", null);

    private static final List<Path> GIVEN = List.of(Path.of("examples"), Path.of("workspace-template"));

    final Syntax syntax;
    private final String folder;
    private final String given;
    private List<byte[]> files;

    /** @param given which of the files that users are given belong here too; null for none */
    Corpus(Syntax syntax, String folder, String given) {
        this.syntax = syntax;
        this.folder = folder;
        this.given = given;
    }

    List<byte[]> files() {
        if (files == null) {
            files = read();
        }
        return files;
    }

    private List<byte[]> read() {
        List<Path> paths = new ArrayList<>(under(resources("good").resolve(folder), ".*"));
        if (given != null) {
            GIVEN.forEach(root -> paths.addAll(under(root, "(.*/)?" + given)));
        }
        List<byte[]> read = new ArrayList<>();
        for (Path path : paths) {
            try {
                read.add(Files.readAllBytes(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(read);
    }

    static Path resources(String folder) {
        return Path.of("src/test/resources/fuzz").resolve(folder);
    }

    /** In the order of their names, so that a seed means the same on every machine. */
    static List<Path> under(Path root, String names) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(names))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
