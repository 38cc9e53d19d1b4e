package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Json;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** A task to which keys are added: those of a file are kept as they stand there, so that what it says is still its own. */
final class Keyed {

    private static final String FENCE = "---";

    private final TaskSource source;
    private final byte[] bytes;
    private final ZoneId zone;
    private final TaskSpec spec;

    /** @throws UserError if it is no task that can be understood */
    Keyed(TaskSource source, ZoneId zone) throws IOException {
        this.source = source;
        this.zone = zone;
        this.bytes = source instanceof TaskSource.OfFile given
                ? Files.readAllBytes(given.file())
                : ((TaskSource.OfText) source).text().getBytes(StandardCharsets.UTF_8);
        this.spec = source instanceof TaskSource.OfFile given
                ? understood(given.file().getFileName().toString(), bytes, "")
                : null;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What it says itself; null for words, which say nothing but what is to be done. */
    TaskSpec spec() {
        return spec;
    }

    /** A file with a task in it, whole. */
    record Written(String extension, byte[] content) {}

    /** @throws UserError if the two don't go together */
    Written with(ObjectNode keys) {
        Written written = written(keys);
        String name = source instanceof TaskSource.OfFile given
                ? given.file().getFileName().toString()
                : "task." + written.extension();
        understood(name, written.content(), "With " + String.join(", ", keys.propertyNames()) + " added to it, ");
        return written;
    }

    private Written written(ObjectNode keys) {
        if (source instanceof TaskSource.OfText words) {
            return new Written(words.extension(keys), words.content(keys));
        }
        String extension = ((TaskSource.OfFile) source).extension();
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "json" -> new Written(extension, json(keys));
            case "txt" -> new Written("json", new TaskSource.OfText(text).jsonContent(keys));
            case "yaml", "yml" -> new Written(extension, utf8(inserted(text, "", keys)));
            default -> new Written(extension, utf8(inserted(text, FENCE + "\n", keys)));
        };
    }

    /** Behind the first fence, if there is one; else before everything. */
    private static String inserted(String text, String fence, ObjectNode keys) {
        StringBuilder lines = new StringBuilder();
        // what is JSON is YAML as well
        keys.properties()
                .forEach(key -> lines.append(key.getKey())
                        .append(": ")
                        .append(Json.line(key.getValue()))
                        .append('\n'));
        int end = text.indexOf('\n') + 1;
        boolean fenced =
                text.startsWith(FENCE) && text.substring(FENCE.length(), end).isBlank();
        return fenced ? text.substring(0, end) + lines + text.substring(end) : fence + lines + fence + text;
    }

    private byte[] json(ObjectNode keys) {
        ObjectNode task = Json.parseObject(bytes);
        for (String key : keys.propertyNames()) {
            if (task.has(key)) {
                throw new UserError(Exit.USAGE, "`" + key + "` is in the task file already.");
            }
        }
        task.setAll(keys);
        return Json.file(task);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private TaskSpec understood(String name, byte[] content, String how) {
        Parsed<TaskSpec> parsed = TaskFile.read(name, content, zone);
        if (parsed instanceof Parsed.Good<TaskSpec> good) {
            return good.value();
        }
        List<Problem> problems = parsed.problems();
        throw new UserError(
                Exit.USAGE,
                how + "this is no task that can be understood, so nothing was made:\n"
                        + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
