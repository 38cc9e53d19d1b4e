package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What is to be done, as it was handed to {@code submit}: a file, or words. */
sealed interface TaskSource {

    Set<String> KINDS = Set.of("md", "markdown", "txt", "json", "yaml", "yml");

    /** What the task is called when nobody gave it a label. */
    String words();

    /** A file, taken byte for byte. */
    record OfFile(Path file, String extension) implements TaskSource {
        @Override
        public String words() {
            String name = file.getFileName().toString();
            return name.substring(0, name.length() - extension.length() - 1);
        }
    }

    /** Phrases from the command line or standard input. */
    record OfText(String text) implements TaskSource {

        private static final int SHORT = 30;

        @Override
        public String words() {
            String line = text.strip().lines().findFirst().orElse("");
            int cut = line.length() <= SHORT ? -1 : line.lastIndexOf(' ', SHORT);
            return cut < 0 ? line : line.substring(0, cut);
        }

        /** Only JSON can carry keys beside any text; without keys, plain text is read as it is. */
        String extension(ObjectNode keys) {
            return keys.isEmpty() && !text.startsWith("---") ? "md" : "json";
        }

        byte[] content(ObjectNode keys) {
            if (extension(keys).equals("md")) {
                return (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
            }
            return jsonContent(keys);
        }

        byte[] jsonContent(ObjectNode keys) {
            ObjectNode task = keys.deepCopy();
            task.put("task", text);
            return Json.file(task);
        }
    }

    static TaskSource of(List<String> words, Invocation invocation) throws IOException {
        if (words.isEmpty()) {
            throw new UserError(
                    Exit.USAGE, "what is to be done? Give a task file, the words themselves, or - for standard input.");
        }
        Path file = words.size() == 1 && !words.get(0).equals("-")
                ? pathOf(words.get(0), invocation.origin().directory())
                : null;
        if (file != null) {
            return new OfFile(file, checkedExtension(file));
        }
        String text = words.equals(List.of("-"))
                ? new String(invocation.input().readAllBytes(), StandardCharsets.UTF_8)
                : String.join(" ", words);
        if (text.isBlank()) {
            throw new UserError(Exit.USAGE, "the task is empty: say in words what is to be done.");
        }
        return new OfText(text);
    }

    /** @return null if this is no file's name but a task in one word */
    private static Path pathOf(String word, Path directory) {
        Path path;
        try {
            path = directory.resolve(word);
        } catch (InvalidPathException e) {
            return null;
        }
        if (Files.isDirectory(path)) {
            throw new UserError(
                    Exit.USAGE, path + " is a folder. Give its task file, and what belongs to it with --attach.");
        }
        if (Files.exists(path)) {
            return path;
        }
        boolean looksLikeOne = KINDS.contains(extension(word)) && word.indexOf(' ') < 0 && word.indexOf('\n') < 0;
        if (looksLikeOne) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    path + ": no such file. Write its right name, or more words if it is no file that you mean.");
        }
        return null;
    }

    private static String checkedExtension(Path file) {
        String extension = extension(file.getFileName().toString());
        if (!KINDS.contains(extension.toLowerCase(Locale.ROOT))) {
            throw new UserError(
                    Exit.USAGE,
                    file
                            + ": a task file ends in .md, .markdown, .txt, .json, .yaml or .yml. To pass other bytes along,"
                            + " give the task in words and this file with --attach.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UserError(Exit.USAGE, file + " is not a regular file, and only the bytes of one can be copied.");
        }
        return extension;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
