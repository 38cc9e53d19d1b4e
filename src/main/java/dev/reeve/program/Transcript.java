package dev.reeve.program;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What a program prints, as a person reads it: what the rules of its preset show or tell of each event. What they say
 * nothing of is left out; what is no event is shown as it is.
 */
public final class Transcript {

    private static final int LONGEST_LINE = 64 << 10;

    private final Disk disk;
    private final Output output;
    private final Set<String> names;
    private final Lines lines;
    private final Said said;
    private boolean over;

    /** @param reader gets it piece by piece, with its line breaks */
    public Transcript(Disk disk, Preset preset, Consumer<String> reader) {
        this.disk = disk;
        this.output = preset.output();
        this.names = output.namesToShow();
        this.said = new Said(reader);
        this.lines = new Lines(
                this::line, this::torn, () -> said.line("(a line of more than " + (Lines.LONGEST >> 20) + " MB)"));
    }

    /** Shows what has come since. @param last nothing more is waited for: what is not whole counts as well */
    public void read(Path stdout, boolean last) throws IOException {
        if (over) {
            return;
        }
        if (output.shape() == Output.Shape.LINES) {
            lines.read(disk, stdout, last);
        } else {
            whole(stdout, last);
        }
        if (last) {
            over = true;
            said.endLine();
        }
    }

    /** Before its end it is no object, and what it will be nobody knows. */
    private void whole(Path stdout, boolean last) throws IOException {
        Stat stat = disk.stat(stdout);
        if (stat == null || !stat.isFile() || stat.size() > Lines.LONGEST) {
            return;
        }
        long start = Listening.startOfObject(disk.read(stdout, 0, Listening.BEFORE));
        if (start >= 0 && isEvent(new Line(disk, stdout, start, stat.size()))) {
            over = true;
        } else if (last) {
            lines.read(disk, stdout, true);
        }
    }

    private void line(Line line) throws IOException {
        if (!isEvent(line)) {
            said.block(new String(line.beginning(LONGEST_LINE), StandardCharsets.UTF_8));
        }
    }

    private void torn(Line line) throws IOException {
        boolean begunEvent = output.shape() == Output.Shape.LINES && line.beginning(1)[0] == '{';
        if (!isEvent(line) && !begunEvent) {
            said.block(new String(line.beginning(LONGEST_LINE), StandardCharsets.UTF_8));
        }
    }

    private boolean isEvent(Line line) throws IOException {
        try (InputStream in = line.open()) {
            JsonNode event = Json.partOf(in, names);
            if (event != null) {
                show(event);
            }
            return event != null;
        } catch (NotJson e) {
            said.line("(an event that is too large to be shown)");
            return true;
        }
    }

    private void show(JsonNode event) {
        List<JsonNode> denied = new ArrayList<>();
        String text = null;
        String reason = null;
        Told.End end = null;
        for (Rule rule : output.rules()) {
            if (!rule.isAbout(event)) {
                continue;
            }
            if (rule.show() != null) {
                said.block(rule.show().shown(event));
            } else {
                rule.all(Taking.ADD, event).forEach(more -> said.more(words(more)));
                denied.addAll(rule.all(Taking.DENIED, event));
                if (rule.retrying() != null) {
                    said.line("retrying: " + rule.retrying().of(event));
                }
            }
            text = first(rule, Taking.TEXT, event, text);
            reason = first(rule, Taking.REASON, event, reason);
            end = rule.end() == null ? end : rule.end();
        }
        if (text != null) {
            said.block(text);
        }
        denied.forEach(this::denied);
        if (end == Told.End.FAILURE) {
            said.line("failed" + (reason == null ? "" : ": " + reason));
        }
    }

    private void denied(JsonNode denied) {
        if (!denied.isArray()) {
            said.line("refused: " + words(denied));
        } else if (!denied.isEmpty()) {
            said.line("refused: " + denied.size() + (denied.size() == 1 ? " tool call" : " tool calls"));
        }
    }

    private static String first(Rule rule, Taking taking, JsonNode event, String before) {
        return rule.all(taking, event).stream()
                .findFirst()
                .map(Transcript::words)
                .orElse(before);
    }

    private static String words(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString();
    }
}
