package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.look.StatusReport.Entry;
import dev.reeve.cli.look.StatusReport.Listing;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.TaskNames;
import dev.reeve.files.Json;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what is going on. The folders say it; what a living supervisor published adds what no folder can tell. Names are
 * listed, records opened only for what is shown: there may be a hundred thousand.
 */
final class StatusReader {

    /** So many queued records are opened to find those with the best priority, where no supervisor tells the order. */
    private static final int SORTED = 500;

    private static final int LIMIT = 16 << 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final TaskNames names;
    private final int shown;

    /** @param shown how many of each list */
    StatusReader(Invocation invocation, Workspace workspace, int shown) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.names = new TaskNames(invocation.disk(), workspace);
        this.shown = shown;
    }

    StatusReport read() throws IOException {
        SupervisorFile supervisor = LivingSupervisor.of(invocation.durable(), workspace);
        ObjectNode published = supervisor == null ? null : published(supervisor);
        List<String> failed = names.in(Where.in(State.FAILED));
        Collections.reverse(failed);
        return new StatusReport(
                invocation.now(),
                workspace.root().toString(),
                supervisor,
                published,
                stop(),
                new Doors(invocation.disk(), workspace).waiting(),
                first(State.RUNNING, names.in(Where.in(State.RUNNING)), lines(published, "active")),
                queued(lines(published, "queued")),
                first(State.WAITING, names.in(Where.in(State.WAITING)), Map.of()),
                first(State.HELD, names.in(Where.in(State.HELD)), Map.of()),
                first(State.FAILED, failed, Map.of()));
    }

    private ObjectNode published(SupervisorFile supervisor) throws IOException {
        byte[] content = invocation.durable().readIfThere(workspace.statusJson(), LIMIT);
        ObjectNode status = content == null ? null : Json.parseObject(content);
        Long writer =
                status != null && status.get("supervisor") instanceof ObjectNode by ? Json.whole(by, "pid") : null;
        return writer != null && writer == supervisor.pid() ? status : null;
    }

    private String stop() throws IOException {
        byte[] content = invocation.durable().readIfThere(workspace.stop(), 4096);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    private Listing queued(Map<String, ObjectNode> told) throws IOException {
        List<String> ids = names.in(Where.in(State.QUEUE));
        if (!told.isEmpty()) {
            Set<String> inOrder = new LinkedHashSet<>(told.keySet());
            inOrder.retainAll(Set.copyOf(ids));
            inOrder.addAll(ids);
            return first(State.QUEUE, new ArrayList<>(inOrder), told);
        }
        List<Entry> entries = entries(State.QUEUE, ids.subList(0, Math.min(ids.size(), SORTED)), SORTED, told);
        entries.sort(Comparator.comparingInt((Entry entry) ->
                        entry.record() == null ? 0 : entry.record().priority())
                .thenComparing(StatusReader::ready)
                .thenComparing(Entry::id));
        return new Listing(ids.size(), entries.subList(0, Math.min(entries.size(), shown)));
    }

    private static Instant ready(Entry entry) {
        return entry.record() == null || entry.record().queuedAt() == null
                ? Instant.EPOCH
                : entry.record().queuedAt();
    }

    private Listing first(State state, List<String> ids, Map<String, ObjectNode> told) throws IOException {
        return new Listing(ids.size(), entries(state, ids, shown, told));
    }

    private List<Entry> entries(State state, List<String> ids, int most, Map<String, ObjectNode> told)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(ids.size(), most))) {
            TaskRecord record = TaskRecords.read(invocation.disk(), workspace.task(state, id));
            entries.add(new Entry(id, record, told.get(id)));
        }
        return entries;
    }

    private static Map<String, ObjectNode> lines(ObjectNode published, String list) {
        Map<String, ObjectNode> lines = new LinkedHashMap<>();
        if (published != null && published.get(list) instanceof ArrayNode array) {
            for (JsonNode line : array) {
                String id = Json.text(line, "id");
                if (id != null && line instanceof ObjectNode object) {
                    lines.put(id, object);
                }
            }
        }
        return lines;
    }
}
