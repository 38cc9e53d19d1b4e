package dev.reeve.task;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.workspace.ChildFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a parent knows of a child: {@code children/<label>/status.json}.
 *
 * <pre>
 * {"id":"20261120-140211-k3f9-charts","label":"charts","agent":"writer","state":"done","exit":0,"seconds":12.3,
 *  "asked":{"attempt":1,"dropped":"charts.md","digest":"…"}}
 * </pre>
 *
 * @param id null of one that was rejected
 * @param agent null of one that was rejected before anybody knew whose work it would be
 * @param optional its failure does not degrade its parent
 * @param attempt the parent's, which asked for it
 * @param dropped the name under which it was asked for
 * @param digest of what was dropped
 * @param exit of its last attempt; null if it had none
 * @param ran how long its attempts were at work; null while it is open
 * @param harvest what it got from its own children; null if it had none
 * @param reason why it did not end well; null if it did, or has not ended
 */
public record ChildReport(
        String id,
        String label,
        String agent,
        State state,
        boolean optional,
        int attempt,
        String dropped,
        String digest,
        Integer exit,
        Duration ran,
        Harvest harvest,
        String reason) {

    /** What became of it. */
    public enum State {
        OPEN,
        DONE,
        FAILED,
        /** A person removed it. */
        CANCELLED,
        /** It never became a task: what was asked for could not be understood, or is beyond a limit. */
        REJECTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LIMIT = 1 << 20;

    public boolean ended() {
        return state != State.OPEN;
    }

    public boolean ok() {
        return state == State.DONE;
    }

    /** Its parent did not get all that it asked for. */
    public boolean degrades() {
        return ended() && !ok() && !optional;
    }

    public ChildReport open() {
        return new ChildReport(
                id, label, agent, State.OPEN, optional, attempt, dropped, digest, null, null, null, null);
    }

    public ChildReport ended(State how, Integer status, Duration time, Harvest gathered, String why) {
        return new ChildReport(id, label, agent, how, optional, attempt, dropped, digest, status, time, gathered, why);
    }

    public byte[] bytes() {
        ObjectNode node = brief();
        ObjectNode asked = node.putObject("asked");
        asked.put("attempt", attempt);
        asked.put("dropped", dropped);
        asked.put("digest", digest);
        return Json.file(node);
    }

    /** What an index says of it. */
    public ObjectNode brief() {
        ObjectNode node = Json.object();
        Json.put(node, "id", id);
        node.put("label", label);
        Json.put(node, "agent", agent);
        node.put("state", state.word());
        if (exit != null) {
            node.put("exit", exit);
        }
        if (ran != null) {
            node.put("seconds", ran.toMillis() / 1000.0);
        }
        if (harvest != null) {
            node.put("complete", harvest.complete());
            node.put("degraded", harvest.degraded());
        }
        Json.put(node, "reason", reason);
        if (optional) {
            node.put("optional", true);
        }
        return node;
    }

    /** @return null if there is none that can be read */
    public static ChildReport read(Disk disk, ChildFolder folder) throws IOException {
        try {
            Stat stat = disk.stat(folder.status());
            ObjectNode node =
                    stat == null || !stat.isFile() ? null : Json.parseObject(disk.read(folder.status(), 0, LIMIT));
            return node == null ? null : of(new Written("", node));
        } catch (NoSuchFileException | Written.Unwritten e) {
            return null;
        }
    }

    /** Those on all that a task has asked for, by the name of their folder. What can't be read is left out. */
    public static TreeMap<String, ChildReport> all(Disk disk, TaskFolder parent) throws IOException {
        TreeMap<String, ChildReport> children = new TreeMap<>();
        Stat stat = disk.stat(parent.children());
        if (stat != null && stat.isFolder()) {
            for (String place : disk.list(parent.children())) {
                ChildReport report = read(disk, parent.child(place));
                if (report != null) {
                    children.put(place, report);
                }
            }
        }
        return children;
    }

    private static ChildReport of(Written report) throws Written.Unwritten {
        Written asked = report.needed("asked", report.object("asked"));
        String id = report.text("id");
        if (id != null && !TaskId.isOne(id)) {
            throw report.wrong("id", "no id of a task");
        }
        Double seconds = report.number("seconds");
        return new ChildReport(
                id,
                report.needed("label", report.text("label")),
                report.as(TaskKeys.AGENT),
                report.needed("state", report.word(State.class, "state")),
                Boolean.TRUE.equals(report.truth("optional")),
                asked.needed("attempt", asked.whole("attempt", 1, Integer.MAX_VALUE)),
                asked.needed("dropped", asked.text("dropped")),
                asked.needed("digest", asked.text("digest")),
                report.whole("exit", Integer.MIN_VALUE, Integer.MAX_VALUE),
                seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000)),
                RecordReader.harvest(report),
                report.text("reason"));
    }
}
