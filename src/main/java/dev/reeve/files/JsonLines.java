package dev.reeve.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * An append-only file of JSON objects, one a line.
 *
 * <pre>
 * \n{"id":"…","timestamp":"…", …}\n
 * </pre>
 *
 * <p>Each record begins and ends with a newline and is one write, so that it stands whole beside whatever a torn writer
 * left before it. A last line without its newline is not there yet.
 */
public final class JsonLines {

    private static final int CHUNK = 1 << 20;

    private JsonLines() {}

    public static void append(Disk disk, Path file, ObjectNode record) throws IOException {
        disk.append(file, ("\n" + Json.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The whole records in the last {@code limit} bytes. What is not JSON is passed over. */
    public static List<ObjectNode> tail(Disk disk, Path file, int limit) throws IOException {
        Stat stat = disk.stat(file);
        if (stat == null || !stat.isFile()) {
            return List.of();
        }
        return within(disk, file, Math.max(0, stat.size() - limit), limit);
    }

    /** The whole records in these bytes of a file. */
    public static List<ObjectNode> within(Disk disk, Path file, long from, int limit) throws IOException {
        return records(disk.read(file, from, limit), from > 0);
    }

    /** Whole records of a file. @param end where the next ones begin */
    public record Stretch(List<ObjectNode> records, long end) {}

    /** The whole records from here on, as many as begin and end within the limit. */
    public static Stretch from(Disk disk, Path file, long from, int limit) throws IOException {
        byte[] content = disk.read(file, from, limit);
        int whole = afterLastNewline(content);
        if (whole == 0 && content.length == limit) {
            // no line of Reeve's own is as long as this
            return new Stretch(List.of(), from + limit);
        }
        return new Stretch(records(Arrays.copyOf(content, whole), from > 0), from + whole);
    }

    /** Every whole record of a file of any size, in their order. What is not JSON is passed over; no file has none. */
    public static void each(Disk disk, Path file, Consumer<ObjectNode> record) throws IOException {
        Stat stat = disk.stat(file);
        long end = stat == null || !stat.isFile() ? 0 : stat.size();
        byte[] left = {};
        for (long offset = 0; offset < end; ) {
            byte[] more = disk.read(file, offset, CHUNK);
            if (more.length == 0) {
                return;
            }
            offset += more.length;
            byte[] content = Arrays.copyOf(left, left.length + more.length);
            System.arraycopy(more, 0, content, left.length, more.length);
            records(content, false).forEach(record);
            left = Arrays.copyOfRange(content, afterLastNewline(content), content.length);
            if (left.length > CHUNK) {
                // no line of Reeve's own is as long as this
                left = new byte[0];
            }
        }
    }

    private static int afterLastNewline(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<ObjectNode> records(byte[] content, boolean startsInside) {
        List<ObjectNode> records = new ArrayList<>();
        int start = 0;
        boolean whole = !startsInside;
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\n') {
                continue;
            }
            if (whole && i > start) {
                ObjectNode record = Json.parseObject(Arrays.copyOfRange(content, start, i));
                if (record != null) {
                    records.add(record);
                }
            }
            start = i + 1;
            whole = true;
        }
        return records;
    }
}
