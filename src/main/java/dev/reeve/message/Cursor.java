package dev.reeve.message;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code inbox.cursor}: how far an inbox is read. Lost or broken, everything that is there counts as unread.
 *
 * <pre>
 * {"segment":7,"offset":1200,"since":"2026-11-20T14:02:11Z","older":{"6":4190221}}
 * </pre>
 *
 * @param segment the live one's number when this was written
 * @param since when the first lines of that segment were read; null if none are. Senders' own timestamps say nothing
 *     about it: one of them that is wrong would have the file rotated again and again
 */
record Cursor(long segment, Marks marks, Instant since) {

    private static final Cursor NONE = new Cursor(1, Marks.NONE, null);
    private static final int LIMIT = 1 << 20;

    /** No inbox comes to so many; a number that somebody wrote by hand must leave room for the next ones. */
    private static final long MOST = 1L << 50;

    static Cursor read(Durable durable, Path file) throws IOException {
        byte[] content = durable.readIfThere(file, LIMIT);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        Long segment = node == null ? null : Json.whole(node, "segment");
        Long offset = node == null ? null : Json.whole(node, "offset");
        Marks older = node == null ? null : Marks.read(node.get("older"));
        if (segment == null || segment < 1 || segment > MOST || offset == null || offset < 0 || older == null) {
            return NONE;
        }
        return new Cursor(segment, older.with(segment, offset), Json.instant(node, "since"));
    }

    void write(Durable durable, Path file) throws IOException {
        ObjectNode node = Json.object();
        node.put("segment", segment);
        node.put("offset", marks.in(segment));
        Json.put(node, "since", since);
        ObjectNode older = marks.json();
        older.remove(Long.toString(segment));
        node.set("older", older);
        durable.replace(file, (Json.line(node) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
