package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.task.Reply;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what people answer, and takes it when it has come to rest. What can't be taken stays, and a problem says why. */
final class Replies {

    private static final Where HELD = Where.in(State.HELD);

    /** @param refused it can't be taken as it is */
    private record Seen(String look, Duration rest, long since, boolean refused) {
        Duration left(long nanos) {
            Duration left = rest.minusNanos(nanos - since);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private final Kit kit;
    private final Ledger ledger;
    private final Replying replying;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private boolean wanted = true;

    Replies(Kit kit, Ledger ledger, Replying replying) {
        this.kit = kit;
        this.ledger = ledger;
        this.replying = replying;
    }

    /** Everybody who was asked may have answered. */
    void wanted() {
        wanted = true;
    }

    /** Something has changed at this path. */
    void touched(Path path) {
        Path held = kit.workspace().state(State.HELD);
        if (path.startsWith(held) && path.getNameCount() > held.getNameCount() + 1) {
            touched.add(path.getName(held.getNameCount()).toString());
        }
    }

    /** The tasks that are to be looked at now. */
    List<String> due() {
        if (!wanted && touched.isEmpty() && seen.isEmpty()) {
            return List.of();
        }
        Set<String> asked =
                ledger.board().asked().stream().map(Card::id).collect(Collectors.toCollection(java.util.TreeSet::new));
        List.copyOf(seen.keySet()).stream().filter(id -> !asked.contains(id)).forEach(this::forget);
        long nanos = kit.time().nanos();
        List<String> due = asked.stream()
                .filter(id -> wanted || touched.contains(id) || isRested(id, nanos))
                .filter(id -> !ledger.isTroubled(id))
                .toList();
        wanted = false;
        touched.clear();
        return due;
    }

    private boolean isRested(String id, long nanos) {
        Seen before = seen.get(id);
        return before != null && !before.refused && before.left(nanos).isZero();
    }

    /** The time for an answer is over. One that has come by now counts, also if it has not come to rest yet. */
    void late(TaskRecord record) throws IOException {
        if (look(record.id())) {
            return;
        }
        Duration left = coming(record.id());
        if (left == null) {
            replying.late(record);
        } else {
            ledger.trouble(record.id(), kit.time().nanos() + left.toNanos());
        }
    }

    /**
     * Looks at one, and takes its answer if that has come to rest.
     *
     * @return true if it was taken
     */
    boolean look(String id) throws IOException {
        TaskFolder task = HELD.task(kit.workspace(), id);
        Drop drop = drop(task);
        if (drop == null) {
            forget(id);
            return false;
        }
        long nanos = kit.time().nanos();
        Seen before = seen.get(id);
        if (before == null || !before.look.equals(drop.look())) {
            seen.put(id, new Seen(drop.look(), drop.rest(), nanos, false));
        } else if (!before.refused && before.left(nanos).isZero()) {
            return take(id, task, drop);
        }
        return false;
    }

    /** A folder is not looked into. */
    private Drop drop(TaskFolder task) throws IOException {
        Stat stat = kit.disk().stat(task.answer());
        return stat != null && stat.isFolder()
                ? new Drop("answer.md", stat, stat.kind().toString(), Duration.ZERO)
                : Drop.look(
                        kit.disk(), task.answer(), kit.team().get().settings().settle());
    }

    private boolean take(String id, TaskFolder task, Drop drop) throws IOException {
        TaskRecord record = TaskRecords.read(kit.disk(), task);
        if (record == null || record.question() == null || !HELD.equals(record.settled())) {
            return false;
        }
        byte[] content = drop.stat().isFile() && drop.stat().size() <= Reply.LIMIT
                ? kit.durable().readIfThere(task.answer(), Reply.LIMIT + 1)
                : null;
        String wrong = content == null ? noFile(drop.stat()) : Reply.wrong(record, content);
        if (wrong == null) {
            forget(id);
            replying.take(record, content);
            return true;
        }
        seen.put(id, new Seen(drop.look(), Duration.ZERO, kit.time().nanos(), true));
        kit.problems().raise(key(id), "held/" + id + "/answer.md", "it was not taken: " + wrong);
        return false;
    }

    private static String noFile(Stat stat) {
        return stat.isFile()
                ? "it has " + stat.size() + " bytes, and an answer at most " + Reply.LIMIT
                : "it is no regular file; write the answer into a file of this name";
    }

    /** In how long an answer that is there can be taken; null if there is none, or none that could be. */
    private Duration coming(String id) {
        Seen here = seen.get(id);
        return here == null || here.refused ? null : here.left(kit.time().nanos());
    }

    /** How long until an answer could have come to rest; null if there is none. */
    Duration nextRest() {
        long nanos = kit.time().nanos();
        return seen.values().stream()
                .filter(one -> !one.refused)
                .map(one -> one.left(nanos))
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** True if an answer is on its way in. */
    boolean settling() {
        return seen.values().stream().anyMatch(one -> !one.refused);
    }

    private void forget(String id) {
        seen.remove(id);
        kit.problems().clear(key(id));
    }

    private static String key(String id) {
        return "answer " + id;
    }
}
