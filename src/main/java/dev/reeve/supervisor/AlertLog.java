package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Stat;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code logs/alerts.jsonl}: all that wanted a person's eye, this month's; what is older is in
 * {@code alerts-<month>.jsonl}. It is also the queue of those that are still to be handed to the alert command.
 */
final class AlertLog {

    /** What a start reads of it: thousands of lines, and so what a step that was cut off may tell again. */
    private static final int TAIL = 1 << 20;

    private static final int SHOWN = 10;

    private static final int REMEMBERED = 10_000;

    /** While the disk is full, so many are kept in memory. */
    private static final int UNWRITTEN = 200;

    private final Durable durable;
    private final Workspace workspace;
    private final Supplier<ZoneId> zone;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Deque<ObjectNode> unwritten = new ArrayDeque<>();
    private final Deque<ObjectNode> recent = new ArrayDeque<>();
    private YearMonth month;
    private boolean unforced;
    private boolean named;

    AlertLog(Durable durable, Workspace workspace, Supplier<ZoneId> zone) {
        this.durable = durable;
        this.workspace = workspace;
        this.zone = zone;
    }

    /** Learns what was told before, so that it is not told again. @return the troubles that are not over yet, by key */
    Map<String, ObjectNode> recall() throws IOException {
        Map<String, ObjectNode> open = new LinkedHashMap<>();
        for (ObjectNode line : JsonLines.tail(durable.disk(), workspace.alerts(), TAIL)) {
            remember(Json.text(line, "id"));
            note(line);
            String key = Json.text(line, "key");
            if (key != null && line.has("ended")) {
                open.remove(key);
            } else if (key != null) {
                open.put(key, line);
            }
        }
        // whoever wrote them may not have come to force them
        unforced = durable.disk().stat(workspace.alerts()) != null;
        return open;
    }

    /** Tells it once. The line is still to be forced. */
    void tell(Alert alert) throws IOException {
        if (!ids.contains(alert.id())) {
            append(alert.json());
        }
    }

    /** The same for what no step waits for: if it can't be written now, that is tried again. */
    void tellSooner(Alert alert) {
        if (ids.contains(alert.id())) {
            return;
        }
        ObjectNode line = alert.json();
        try {
            writeAll();
            append(line);
        } catch (IOException e) {
            remember(alert.id());
            if (unwritten.size() < UNWRITTEN) {
                unwritten.add(line);
            }
        }
    }

    /** Those that the disk refused. */
    void writeAll() throws IOException {
        while (!unwritten.isEmpty()) {
            append(unwritten.peek());
            unwritten.remove();
        }
    }

    private void append(ObjectNode line) throws IOException {
        JsonLines.append(durable.disk(), workspace.alerts(), line);
        unforced = true;
        remember(Json.text(line, "id"));
        note(line);
    }

    private void remember(String id) {
        if (id != null && ids.add(id) && ids.size() > REMEMBERED) {
            ids.remove(ids.iterator().next());
        }
    }

    private void note(ObjectNode line) {
        Instant at = Json.instant(line, "timestamp");
        month = at == null ? month : YearMonth.from(at.atZone(zone.get()));
        if (!line.has("key")) {
            recent.addFirst(line);
            while (recent.size() > SHOWN) {
                recent.removeLast();
            }
        }
    }

    void force() throws IOException {
        if (!unforced) {
            return;
        }
        if (durable.exists(workspace.alerts())) {
            durable.disk().forceFile(workspace.alerts());
            if (!named) {
                durable.disk().forceFolder(workspace.logs());
                named = true;
            }
        }
        unforced = false;
    }

    /** The last ones that are no lasting trouble, the newest first. */
    List<ObjectNode> since(Instant first) {
        return recent.stream()
                .filter(line -> {
                    Instant at = Json.instant(line, "timestamp");
                    return at != null && !at.isBefore(first);
                })
                .toList();
    }

    long size() throws IOException {
        Stat stat = durable.disk().stat(workspace.alerts());
        return stat == null || !stat.isFile() ? 0 : stat.size();
    }

    JsonLines.Stretch from(long offset, int limit) throws IOException {
        return size() <= offset
                ? new JsonLines.Stretch(List.of(), offset)
                : JsonLines.from(durable.disk(), workspace.alerts(), offset, limit);
    }

    List<ObjectNode> unwritten() {
        return new ArrayList<>(unwritten);
    }

    /**
     * Puts the file aside when a new month has begun. Only for whoever knows that nothing in it is still to be handed over.
     *
     * @return true if the next line begins a new file
     */
    boolean rotate(Instant now) throws IOException {
        if (month == null || !month.isBefore(YearMonth.from(now.atZone(zone.get())))) {
            return false;
        }
        Path aside = workspace.alerts(month.toString());
        if (durable.exists(aside) || size() == 0) {
            // of a clock that was set back: it goes on as it is
            return false;
        }
        force();
        durable.move(workspace.alerts(), aside);
        named = false;
        month = null;
        return true;
    }
}
