package dev.reeve.cli.look;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A page of named facts, and parts of files under headings. */
final class Facts {

    private static final int NAME = 12;
    private static final int EXCERPT = 4 << 10;

    private final Invocation invocation;

    Facts(Invocation invocation) {
        this.invocation = invocation;
    }

    void heading(String text) {
        invocation.say(invocation.terminal().paint(Colour.HEADING, text));
    }

    /** A fact that is not known is not told. */
    void fact(String name, Object value) {
        if (value != null) {
            invocation.say(invocation
                            .terminal()
                            .paint(Colour.FAINT, name + " ".repeat(Math.max(1, NAME - name.length())))
                    + Phrases.line(value.toString()));
        }
    }

    /** The path of something, if it is there. */
    void path(String name, Path path) throws IOException {
        if (invocation.disk().stat(path) != null) {
            fact(name, path);
        }
    }

    /** The beginning of a file, if it is there and has anything in it. */
    void beginning(String title, Path file) throws IOException {
        Stat stat = invocation.disk().stat(file);
        if (stat == null || !stat.isFile() || stat.size() == 0) {
            return;
        }
        text(title, invocation.disk().read(file, 0, EXCERPT));
        if (stat.size() > EXCERPT) {
            invocation.say("  … " + Phrases.count(stat.size() - EXCERPT) + " more bytes in " + file);
        }
    }

    /** The last lines of a file, if it is there and has anything in it. */
    void end(String title, Path file, int lines) throws IOException {
        Disk disk = invocation.disk();
        Stat stat = disk.stat(file);
        if (stat == null || !stat.isFile() || stat.size() == 0) {
            return;
        }
        Tail tail = new Tail(disk);
        tail.skipToLast(file, lines);
        text(title, tail.next(file));
    }

    private void text(String title, byte[] content) {
        lines(title, new String(content, StandardCharsets.UTF_8).lines().toList());
    }

    /** Lines under a heading, if there are any. */
    void lines(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            invocation.say("");
            heading(title);
            lines.forEach(line -> invocation.say("  " + Phrases.line(line)));
        }
    }
}
