package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.look.StatusReport.Entry;
import dev.reeve.cli.look.StatusReport.Listing;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.TaskNames;
import dev.reeve.files.Json;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Note;
import dev.reeve.task.Notes;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
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

    /** Whose a task is stands in its record alone, and no more than so many of a state are opened to tell. */
    private static final int OPENED = 1000;

    private static final int LIMIT = 16 << 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final TaskNames names;
    private final int shown;
    private final StatusFilter filter;

    /** @param shown how many of each list */
    StatusReader(Invocation invocation, Workspace workspace, int shown, StatusFilter filter) {
        this.filter = filter;
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
                first(Where.in(State.RUNNING), names.in(Where.in(State.RUNNING)), lines(published, "active")),
                queued(lines(published, "queued")),
                first(Where.in(State.WAITING), names.in(Where.in(State.WAITING)), Map.of()),
                first(Where.in(State.HELD), names.in(Where.in(State.HELD)), Map.of()),
                first(Where.in(State.FAILED), failed, Map.of()),
                filter.since() == null ? Listing.EMPTY : done());
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
        Where queue = Where.in(State.QUEUE);
        List<String> ids = names.in(queue);
        if (!told.isEmpty()) {
            Set<String> inOrder = new LinkedHashSet<>(told.keySet());
            inOrder.retainAll(Set.copyOf(ids));
            inOrder.addAll(ids);
            return first(queue, new ArrayList<>(inOrder), told);
        }
        List<String> wanted = wanted(queue, ids);
        List<Entry> entries = entries(queue, wanted, SORTED, told);
        entries.sort(Comparator.comparingInt((Entry entry) ->
                        entry.record() == null ? 0 : entry.record().priority())
                .thenComparing(StatusReader::ready)
                .thenComparing(Entry::id));
        return listing(entries, wanted.size(), SORTED);
    }

    private static Instant ready(Entry entry) {
        return entry.record() == null || entry.record().queuedAt() == null
                ? Instant.EPOCH
                : entry.record().queuedAt();
    }

    /** What ended on the days that come into question, the newest day first. */
    private Listing done() throws IOException {
        List<Entry> entries = new ArrayList<>();
        int count = 0;
        boolean whole = true;
        for (Where day : names.days()) {
            if (filter.takesDay(day)) {
                List<String> ids = names.in(day);
                Collections.reverse(ids);
                Listing listing = first(day, ids, Map.of());
                entries.addAll(listing.shown());
                count += listing.count();
                whole &= listing.whole();
            }
        }
        return new Listing(count, entries.subList(0, Math.min(entries.size(), shown)), whole);
    }

    private Listing first(Where where, List<String> ids, Map<String, ObjectNode> told) throws IOException {
        List<String> wanted = wanted(where, ids);
        int opened = filter.opens() ? OPENED : shown;
        return listing(entries(where, wanted, opened, told), wanted.size(), opened);
    }

    /** @param entries what was taken of the first so many that were opened, of so many that there are */
    private Listing listing(List<Entry> entries, int all, int opened) {
        List<Entry> first = entries.subList(0, Math.min(entries.size(), shown));
        return filter.opens() ? new Listing(entries.size(), first, all <= opened) : new Listing(all, first, true);
    }

    private List<String> wanted(Where where, List<String> ids) throws IOException {
        if (filter.since() == null) {
            return ids;
        }
        List<String> wanted = new ArrayList<>();
        for (String id : ids) {
            if (filter.takes(invocation.disk(), where, where.task(workspace, id))) {
                wanted.add(id);
            }
        }
        return wanted;
    }

    private List<Entry> entries(Where where, List<String> ids, int most, Map<String, ObjectNode> told)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(ids.size(), most))) {
            TaskFolder task = where.task(workspace, id);
            TaskRecord record = TaskRecords.read(invocation.disk(), task);
            if (filter.takes(record)) {
                entries.add(new Entry(id, record, told.get(id), where, note(where, task, record)));
            }
        }
        return entries;
    }

    private Note note(Where where, TaskFolder task, TaskRecord record) throws IOException {
        AttemptRecord attempt = where.state() != State.RUNNING || record == null ? null : record.lastAttempt();
        return attempt == null || attempt.ended()
                ? null
                : new Notes(invocation.disk())
                        .newest(task.attempt(attempt.number()).notes());
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
