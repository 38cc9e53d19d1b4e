package dev.reeve.task;

import dev.reeve.message.Addressee;
import dev.reeve.message.Marks;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import dev.reeve.message.Shown;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.Written.Unwritten;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code record.json}; {@link TaskRecords} shows its form. What names a file or a folder is checked like a task's. */
final class RecordReader {

    private static final int MOST_ATTEMPTS = 100_000_000;

    private static final Pattern COMPLETE = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    private RecordReader() {}

    static TaskRecord record(Written record) throws Unwritten {
        List<AttemptRecord> attempts = attempts(record);
        return new TaskRecord(
                id(record, "id", record.needed("id", record.text("id"))),
                record.where("at"),
                next(record, attempts),
                record.needed("agent", record.as(TaskKeys.AGENT)),
                record.needed("label", record.text("label")),
                record.needed("priority", record.as(TaskKeys.PRIORITY)),
                record.needed("door", record.text("door")),
                record.needed("dropped", record.text("dropped")),
                record.text("requested_by"),
                record.needed("accepted_at", record.time("accepted_at")),
                record.needed("queued_at", record.time("queued_at")),
                record.time("deadline"),
                record.time("not_before"),
                after(record),
                record.count("failures"),
                record.count("lost"),
                attempts,
                wait(record.object("wait")),
                answer(record, attempts),
                record.text("why"),
                id(record, "duplicate_of", record.text("duplicate_of")),
                kin(record),
                letters(record),
                harvest(record),
                gate(record.object("gate"), attempts),
                Boolean.TRUE.equals(record.truth("approved")),
                spec(record.needed("task", record.object("task"))),
                record.count("revision"));
    }

    /** All that makes it a child, or nothing of it. */
    private static Kin kin(Written record) throws Unwritten {
        String parent = id(record, "parent", record.text("parent"));
        if (parent == null) {
            return null;
        }
        Written asked = record.needed("asked", record.object("asked"));
        return new Kin(
                parent,
                record.needed("root", id(record, "root", record.text("root"))),
                record.needed("depth", record.whole("depth", 1, MOST_ATTEMPTS)),
                place(asked, "as"),
                asked.needed("attempt", asked.whole("attempt", 1, MOST_ATTEMPTS)),
                asked.needed("digest", asked.text("digest")),
                Boolean.TRUE.equals(record.truth("alone")));
    }

    private static Letters letters(Written record) throws Unwritten {
        int hops = record.count("hops");
        String root = record.text("parent") == null ? id(record, "root", record.text("root")) : null;
        Portion portion = portion(record);
        return hops == 0 && root == null && portion == null ? null : new Letters(hops, root, portion);
    }

    private static Portion portion(Written record) throws Unwritten {
        Written portion = record.object("messages");
        if (portion == null) {
            return null;
        }
        Range range = Range.read(portion.node().get("range"));
        String session = portion.text("session");
        if (session != null && !Addressee.isLabel(session)) {
            throw new Unwritten("`messages.session`: " + Quoted.of(session) + " is no label of a session");
        }
        return new Portion(
                new Addressee(portion.needed("agent", portion.as(TaskKeys.AGENT)), session),
                portion.needed("range", range));
    }

    private static Shown shown(Written attempt) throws Unwritten {
        Marks own = Marks.read(attempt.node().get("inbox"));
        Portion portion = portion(attempt);
        return own == null && portion == null ? null : new Shown(portion, own);
    }

    private static Gate gate(Written gate, List<AttemptRecord> attempts) throws Unwritten {
        AttemptRecord last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        if (gate == null) {
            if (last != null && last.isCheck() && !last.ended()) {
                throw new Unwritten("a check is at work, and no `gate` says of what");
            }
            return null;
        }
        List<Gate.Round> refused = new ArrayList<>();
        for (Written round : gate.objects("refused")) {
            String child = round.text("child");
            refused.add(new Gate.Round(
                    round.needed("attempt", round.whole("attempt", 1, MOST_ATTEMPTS)),
                    round.count("check"),
                    child == null ? null : place(round, "child")));
        }
        int attempt = gate.count("attempt");
        if (attempt > 0 && attempts.stream().noneMatch(one -> one.number() == attempt && one.ended())) {
            throw gate.wrong("attempt", "no attempt " + attempt + " has ended");
        }
        if (last != null && last.isCheck() && !last.ended() && last.verifies() != attempt) {
            throw gate.wrong("attempt", "the check at work is of " + last.verifies());
        }
        return new Gate(
                attempt,
                verify(gate.object("by")),
                gate.needed("max_rounds", gate.as(Verify.ROUNDS)),
                List.copyOf(refused));
    }

    private static Verify verify(Written verify) throws Unwritten {
        if (verify == null) {
            return null;
        }
        String command = verify.text("command");
        String agent = verify.as(TaskKeys.AGENT);
        if ((command == null) == (agent == null)) {
            throw verify.wrong("command", "expected it, or `agent`");
        }
        return new Verify(command, agent);
    }

    static Harvest harvest(Written record) throws Unwritten {
        String complete = record.text("complete");
        if (complete == null) {
            return null;
        }
        Matcher counts = COMPLETE.matcher(complete);
        if (!counts.matches()) {
            throw record.wrong("complete", "no count such as 45/50");
        }
        return new Harvest(
                Integer.parseInt(counts.group(1)),
                Integer.parseInt(counts.group(2)),
                Boolean.TRUE.equals(record.truth("degraded")));
    }

    /** It is the name of a folder. */
    private static String place(Written asked, String key) throws Unwritten {
        String place = asked.needed(key, asked.text(key));
        if (!TaskId.isSlug(place)) {
            throw asked.wrong(key, Quoted.of(place) + " is no name of a child");
        }
        return place;
    }

    private static String id(Written record, String key, String text) throws Unwritten {
        if (text != null && !TaskId.isOne(text)) {
            throw record.wrong(key, Quoted.of(text) + " is no id of a task");
        }
        return text;
    }

    /** Nothing is about to run without an attempt that is open: a start writes both at once. */
    private static Where next(Written record, List<AttemptRecord> attempts) throws Unwritten {
        Where next = record.where("next");
        boolean open = !attempts.isEmpty() && !attempts.get(attempts.size() - 1).ended();
        if (next != null && next.state() == State.RUNNING && !open) {
            throw record.wrong("next", "running, and no attempt is open");
        }
        return next;
    }

    /** Ids, and names behind a question mark that nobody has yet: those are compared with labels alone. */
    private static List<String> after(Written record) throws Unwritten {
        List<String> after = record.texts("after");
        for (String name : after) {
            if (!name.startsWith("?")) {
                id(record, "after", name);
            }
        }
        return after;
    }

    private static int answer(Written record, List<AttemptRecord> attempts) throws Unwritten {
        int answer = record.count("answer");
        if (answer > 0 && attempts.stream().noneMatch(attempt -> attempt.number() == answer)) {
            throw record.wrong("answer", "there is no attempt " + answer);
        }
        return answer;
    }

    private static List<AttemptRecord> attempts(Written record) throws Unwritten {
        List<AttemptRecord> attempts = new ArrayList<>();
        int last = 0;
        for (Written attempt : record.objects("attempts")) {
            AttemptRecord read = attempt(attempt);
            if (read.number() <= last) {
                throw attempt.wrong("number", "expected more than " + last);
            }
            if (last > 0 && !attempts.get(attempts.size() - 1).ended()) {
                throw attempt.wrong("number", "the attempt before it is open");
            }
            last = read.number();
            attempts.add(read);
        }
        return List.copyOf(attempts);
    }

    private static AttemptRecord attempt(Written attempt) throws Unwritten {
        return new AttemptRecord(
                attempt.needed("number", attempt.whole("number", 1, MOST_ATTEMPTS)),
                attempt.needed("agent", attempt.as(TaskKeys.AGENT)),
                attempt.needed("started_at", attempt.time("started_at")),
                attempt.text("boot"),
                attempt.text("pid_namespace"),
                attempt.time("ended_at"),
                attempt.word(Outcome.class, "outcome"),
                attempt.whole("exit", Integer.MIN_VALUE, Integer.MAX_VALUE),
                attempt.text("reason"),
                stop(attempt.object("stop")),
                attempt.duration("waited"),
                shown(attempt),
                attempt.count("verifies"),
                Strand.read(attempt.node().get("program")));
    }

    private static Stop stop(Written stop) throws Unwritten {
        return stop == null
                ? null
                : new Stop(
                        stop.needed("because", stop.word(Stop.Because.class, "because")),
                        stop.text("by"),
                        stop.text("reason"),
                        stop.time("at"));
    }

    private static Wait wait(Written wait) throws Unwritten {
        return wait == null
                ? null
                : new Wait(
                        wait.needed("cause", wait.word(Wait.Cause.class, "cause")),
                        wait.text("reason"),
                        wait.time("until"),
                        wait.texts("on"));
    }

    private static TaskSpec spec(Written task) throws Unwritten {
        List<String> after = task.as(TaskKeys.AFTER);
        List<String> inputs = task.as(TaskKeys.INPUTS);
        Written meta = task.object("meta");
        return new TaskSpec(
                task.needed("text", task.text("text")),
                task.as(TaskKeys.AGENT),
                task.as(TaskKeys.LABEL),
                task.as(TaskKeys.PRIORITY),
                task.as(TaskKeys.MODEL),
                task.as(TaskKeys.SESSION),
                task.as(TaskKeys.CWD),
                task.duration("timeout"),
                task.duration("idle_timeout"),
                task.duration("deadline"),
                task.time("deadline_at"),
                task.as(TaskKeys.RETRIES),
                task.duration("backoff"),
                task.as(TaskKeys.ON_LOST),
                task.time("not_before"),
                task.duration("not_before_in"),
                after == null ? List.of() : after,
                task.as(TaskKeys.AFTER_FAILED),
                task.as(TaskKeys.GROUP),
                inputs == null ? List.of() : inputs,
                task.as(TaskKeys.OUTPUT),
                task.truth("memory"),
                task.as(TaskKeys.IDEMPOTENCY_KEY),
                task.as(TaskKeys.FALLBACK),
                task.truth("optional"),
                verify(task.object("verify")),
                task.as(Verify.ROUNDS),
                task.as(TaskKeys.REPORT_TO),
                Bounds.of(task),
                meta == null ? null : meta.node());
    }
}
