package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.task.TaskRecord;
import dev.reeve.text.Quoted;
import dev.reeve.text.Sizes;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code logs/audit-<date>.jsonl}: every decision, one line each, and the same line in the task's own {@code log.jsonl}.
 *
 * <pre>
 * {"id":"<task>:<revision>:<action>","timestamp":"…","action":"start","task":"…","root":"…","attempt":1,
 *  "agent_id":"hello","model":"…","reason":"…","by":"reeve"}
 * </pre>
 *
 * <p>A line is forced before the record that it tells of: the lines of a task's step by {@link #force}, once for all steps
 * that settle together, every other at once. A step that is done again after a crash comes to the same id; the second line
 * is dropped here if it would follow upon the first.
 */
final class Audit {

    static final String REEVE = "reeve";
    static final String PERSON = "person";
    static final String AGENT = "agent";

    private static final Logger LOG = LoggerFactory.getLogger("reeve");

    /** A busy day's worth; far more than one turn of the loop can write, so that no line of a cut-off step is missed. */
    private static final int TAIL = 8 << 20;

    private final Durable durable;
    private final Workspace workspace;
    private final Time time;
    private final Supplier<ZoneId> zone;
    private final AlertLog alerts;
    /** By what it is about: the last line, which a step that was cut off may be about to tell again. */
    private final Map<String, String> toldLast = new HashMap<>();

    private final Set<Path> unforced = new HashSet<>();

    /** Whose names last: that a file is there tells nothing, for whoever made it may have been killed before the force. */
    private final Set<Path> named = new HashSet<>();

    Audit(Durable durable, Workspace workspace, Time time, Supplier<ZoneId> zone) {
        this.durable = durable;
        this.workspace = workspace;
        this.time = time;
        this.zone = zone;
        this.alerts = new AlertLog(durable, workspace, zone);
    }

    AlertLog alerts() {
        return alerts;
    }

    /** Learns what was told before the last stop, so that it is not told again, and counts what was done today. */
    void recall(Today counts) throws IOException {
        LocalDate today = LocalDate.ofInstant(time.now(), zone.get());
        Set<String> ids = new HashSet<>();
        for (LocalDate date : new LocalDate[] {today.minusDays(1), today}) {
            for (ObjectNode line : JsonLines.tail(durable.disk(), workspace.audit(date.toString()), TAIL)) {
                String id = Json.text(line, "id");
                String task = Json.text(line, "task");
                if (id != null && task != null) {
                    toldLast.put(task, id);
                }
                if (id != null && ids.add(id) && date.equals(today)) {
                    counts.count(today.toString(), Action.of(Json.text(line, "action")));
                }
            }
        }
    }

    /** Forgets what {@link #recall} learned: recovery has ended, and nothing is done again from here on. */
    void recovered() {
        toldLast.clear();
    }

    /**
     * Tells of a step of a task. The line is still to be forced.
     *
     * @param record as it will be when the step is done
     * @param folder where the task is now
     */
    void tell(Action action, TaskRecord record, TaskFolder folder, String reason, String by) throws IOException {
        ObjectNode line = line(record.id() + ":" + record.revision() + ":" + action.word(), action);
        line.put("task", record.id());
        line.put("root", record.root());
        if (record.kin() != null) {
            line.put("parent", record.kin().parent());
        }
        if (record.lastAttempt() != null) {
            line.put("attempt", record.lastAttempt().number());
        }
        Json.put(line, "agent_id", record.agent());
        Json.put(line, "model", record.spec().model());
        Json.put(line, "reason", reason);
        line.put("by", by);
        write(line);
        JsonLines.append(durable.disk(), folder.log(), line);
        Alert.Kind kind = kind(action, by);
        if (kind != null) {
            String id = Json.text(line, "id");
            alert(id, kind, record.id(), reason == null ? action.word() : reason, record.id(), record.agent());
        }
        LOG.info("{} {}{}", action.word(), record.id(), reason == null ? "" : ": " + firstLine(reason));
    }

    /** @return null of what is no alert. Whoever gave a task up himself knows it */
    private static Alert.Kind kind(Action action, String by) {
        if (action == Action.FAIL) {
            return PERSON.equals(by) ? null : Alert.Kind.DEAD_LETTER;
        }
        return action == Action.ALERT ? Alert.Kind.PROBLEM : null;
    }

    private void alert(String id, Alert.Kind kind, String where, String what, String task, String agent)
            throws IOException {
        alerts.tell(new Alert(id, time.now(), kind, null, false, where, what, task, agent));
    }

    /** Tells that a task was told something. Told again it has the same id. The line is still to be forced. */
    void steered(TaskRecord record, TaskFolder folder, String message, String from) throws IOException {
        ObjectNode line = line(message + ":" + Action.STEER.word(), Action.STEER);
        line.put("task", record.id());
        line.put("root", record.root());
        line.put("by", from);
        write(line);
        JsonLines.append(durable.disk(), folder.log(), line);
    }

    /** Tells what people should know of the last attempt besides. Told again it has the same id. Still to be forced. */
    void noted(TaskRecord record, TaskFolder folder, String what) throws IOException {
        int attempt = record.lastAttempt().number();
        ObjectNode line = line(record.id() + ":" + attempt + ":" + Action.NOTE.word(), Action.NOTE);
        line.put("task", record.id());
        line.put("root", record.root());
        line.put("attempt", attempt);
        line.put("reason", what);
        line.put("by", REEVE);
        write(line);
        JsonLines.append(durable.disk(), folder.log(), line);
    }

    /** Tells of something that is about no task that there is. */
    void tell(Action action, String about, String reason, String by) throws IOException {
        write(aboutNoTask(about + ":" + time.now() + ":" + action.word(), action, about, reason, by));
        force();
        LOG.info("{} {}{}", action.word(), about, reason == null ? "" : ": " + firstLine(reason));
    }

    /** Tells of a problem as it begins. It is an alert by {@link Concerns}, which know whether it was one already. */
    void problem(String where, String what) throws IOException {
        write(aboutNoTask(where + ":" + time.now() + ":" + Action.ALERT.word(), Action.ALERT, where, what, REEVE));
        force();
    }

    /** Tells of something that wants a person's eye, now. */
    void alert(Alert.Kind kind, String about, String reason) throws IOException {
        alert(kind, about, time.now().toString(), reason);
    }

    /**
     * Tells of something that wants a person's eye. Told again after a crash it has the same id.
     *
     * @param about a task, an agent as {@code agents/writer}, a file of the workspace, or what it is in words
     * @param which of all that may be told about that
     */
    void alert(Alert.Kind kind, String about, String which, String reason) throws IOException {
        String id = about + ":" + which + ":" + Action.ALERT.word();
        write(aboutNoTask(id, Action.ALERT, about, reason, REEVE));
        Problems.Problem problem = new Problems.Problem(kind, about, reason);
        alert(id, kind, about, reason, problem.task(), problem.agent());
        force();
        LOG.warn("{}: {}", about, reason);
    }

    private ObjectNode aboutNoTask(String id, Action action, String about, String reason, String by) {
        ObjectNode line = line(id, action);
        Json.put(line, TaskId.isOne(about) ? "task" : "about", about);
        Json.put(line, "reason", reason);
        line.put("by", by);
        return line;
    }

    /** Tells of something that is about no task. Told again after a crash it has the same id. */
    void once(Action action, String about, String which, String reason) throws IOException {
        ObjectNode line = line(about + ":" + which + ":" + action.word(), action);
        line.put("about", about);
        line.put("reason", reason);
        line.put("by", REEVE);
        write(line);
        force();
    }

    /** Tells that a rule has taken an event. Told again after a crash it has the same id. */
    void event(EventRecord event) throws IOException {
        ObjectNode line = line(event.id() + ":" + Action.EVENT.word(), Action.EVENT);
        line.put("about", "logs/events/" + event.id());
        line.put("reason", Quoted.harmless(event.dropped() + ", rule " + event.rule()));
        ArrayNode tasks = line.putArray("tasks");
        event.tasks().forEach(one -> tasks.add(one.id()));
        line.put("by", REEVE);
        write(line);
        force();
        LOG.info(
                "{} {}: {} tasks",
                Action.EVENT.word(),
                event.dropped(),
                event.tasks().size());
    }

    /**
     * Tells of what is about to be removed for its age, or to make room. Told again after a crash it has the same id.
     *
     * @param about a file, or the folder of a day
     */
    void trimmed(String about, String which, int count, long bytes) throws IOException {
        ObjectNode line = line(about + ":" + which + ":" + Action.TRIM.word(), Action.TRIM);
        line.put("about", about);
        line.put("count", count);
        line.put("bytes", bytes);
        line.put("reason", "retention");
        line.put("by", REEVE);
        write(line);
        force();
        LOG.info("{} {}: {} of {}", Action.TRIM.word(), about, count, Sizes.rounded(bytes));
    }

    private ObjectNode line(String id, Action action) {
        Instant now = time.now();
        ObjectNode line = Json.object();
        line.put("id", id);
        line.put("timestamp", now.toString());
        line.put("action", action.word());
        return line;
    }

    private void write(ObjectNode line) throws IOException {
        Path file = workspace.audit(LocalDate.ofInstant(time.now(), zone.get()).toString());
        unforced.add(file);
        String task = Json.text(line, "task");
        if (task != null && Json.text(line, "id").equals(toldLast.get(task))) {
            // it stands there, but whoever wrote it may not have come to force it
            return;
        }
        JsonLines.append(durable.disk(), file, line);
    }

    /** Makes everything last that was told so far. */
    void force() throws IOException {
        alerts.force();
        for (Path file : Set.copyOf(unforced)) {
            durable.disk().forceFile(file);
            if (!named.contains(file)) {
                durable.disk().forceFolder(workspace.logs());
                named.add(file);
            }
            unforced.remove(file);
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
