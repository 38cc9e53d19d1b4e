package dev.reeve.supervisor;

import dev.reeve.task.Kin;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A person moved a task whose processes are gone: the folder wins, and the record follows. */
final class PersonsMove {

    /** The reason of one that was refused without a word. */
    static final String SAID_NO = "a person said no";

    private final Kit kit;
    private final Moving moving;
    private final Answer answer;
    private final Finder finder;
    private final ByRules rules;
    private final Handing handing;

    PersonsMove(Kit kit, Moving moving, Answer answer, Finder finder, Handing handing, ByRules rules) {
        this.handing = handing;
        this.kit = kit;
        this.moving = moving;
        this.answer = answer;
        this.finder = finder;
        this.rules = rules;
    }

    /** @param there where it was found */
    TaskRecord obey(TaskRecord record, Where there) throws IOException {
        force(there);
        if (record.isBeingChecked()) {
            // it may have been about to be accepted
            answer.demote(
                    folder(record, there),
                    folder(record, there).attempt(record.gate().attempt()));
        }
        State from = record.settled() == null ? State.QUEUE : record.settled().state();
        State to = there.state();
        // one with an answer was done before it was parked: it can't go on, since another answer would meet this one
        boolean over = from.ended() || record.answer() > 0;
        if (over && to == State.QUEUE) {
            return again(record, there);
        }
        if ((from == State.QUEUE || from == State.WAITING) && to == State.HELD) {
            return stay(record.change().why("a person parked it"), there, Why.held(), Action.HOLD, "parked");
        }
        if (from == State.HELD && to == State.QUEUE && record.isWithPerson()) {
            // that yes is the answer
            return stay(record.change().why(null), there, null, Action.RELEASE, "a person said yes");
        }
        if (from == State.HELD && to == State.QUEUE) {
            return stay(released(record), there, null, Action.RELEASE, "a person said yes");
        }
        if (from == State.WAITING && to == State.QUEUE) {
            TaskRecord.Change change = released(record).after(List.of()).notBefore(null);
            if (record.isBeingChecked() && record.gate().isByAgent()) {
                change.gate(record.gate().toPerson());
            }
            return stay(change, there, null, Action.RELEASE, "a person would not wait any longer");
        }
        if (!from.ended() && to == State.FAILED) {
            String reason = from == State.HELD ? SAID_NO : "a person gave it up";
            String output = record.lastAttempt() == null
                    ? ""
                    : answer.lastLines(
                            folder(record, there).attempt(record.lastAttempt().number()));
            Draft draft = moving.draft();
            handing.failed(draft, record, folder(record, there), reason);
            return moving.stay(
                    draft,
                    record.change().why(reason).waitsFor(null).withoutPortion(),
                    there,
                    Why.failed(output, record.portion() != null),
                    Action.FAIL,
                    reason,
                    Audit.PERSON);
        }
        return nonsense(record, from, there);
    }

    /** The person's own rename lasts before a record tells of it: taken back, it would look like a move the other way. */
    void force(Where there) throws IOException {
        kit.disk().forceFolder(there.folder(kit.workspace()));
    }

    private TaskRecord.Change released(TaskRecord record) {
        return record.change()
                .queuedAt(kit.time().now())
                .waitsFor(null)
                .why(null)
                .approved(isToBeApproved(record.spec()));
    }

    /** Whoever sends it to the queue himself wants it to run. */
    private static boolean isToBeApproved(TaskSpec spec) {
        return Boolean.TRUE.equals(spec.bounds().approve());
    }

    private TaskRecord nonsense(TaskRecord record, State from, Where there) throws IOException {
        String reason =
                "a person moved it from " + from.folder() + "/ to " + there + "/, which means nothing that Reeve knows";
        TaskRecord.Change change = record.change().why(reason).waitsFor(null);
        Where held = Where.in(State.HELD);
        return there.equals(held)
                ? stay(change, there, Why.held(), Action.HOLD, reason)
                : moving.move(change, there, held, Why.held(), Action.HOLD, reason, Audit.PERSON);
    }

    /** From zero: the task file is read anew, so that it may be mended first. */
    private TaskRecord again(TaskRecord record, Where there) throws IOException {
        TaskFolder task = folder(record, there);
        Path file = TaskText.find(kit.disk(), task);
        List<String> problems = List.of("its task file is missing");
        TaskSpec spec = null;
        String agent = null;
        DroppedTask text = null;
        ByRules.Sorted sorted = null;
        if (file != null) {
            sorted = rules.read(file, record.door(), record);
            text = sorted.task();
            problems = text.problems();
            spec = text.spec();
        }
        if (problems.isEmpty()) {
            Assignment assignment = Assignment.of(
                    spec,
                    Door.agentOfName(record.door()),
                    record.kin() == null ? sorted.agent() : record.agent(),
                    kit.team().get());
            problems = assignment.problems();
            agent = assignment.agent();
            if (problems.isEmpty()) {
                problems = Tightening.problems(
                        text, agent, record.kin() != null, kit.team().get(), kit.workspace());
            }
        }
        String wrong = problems.isEmpty() ? Reporting.wrong(kit, spec.reportTo()) : null;
        if (wrong != null) {
            problems = List.of(wrong);
        }
        if (!problems.isEmpty()) {
            String reason = "it could not begin again: " + String.join("\n\n", problems);
            return moving.move(
                    record.change().why(reason),
                    there,
                    Where.in(State.FAILED),
                    Why.failed("", false),
                    Action.FAIL,
                    reason,
                    Audit.REEVE);
        }
        if (record.answer() > 0) {
            answer.demote(task, task.attempt(record.answer()));
        } else if (record.duplicateOf() != null) {
            answer.withdraw(task);
        }
        Instant now = kit.time().now();
        TaskRecord.Change change = released(record)
                .spec(spec)
                .agent(agent)
                .deadline(Understanding.deadline(spec, now))
                .notBefore(Understanding.notBefore(spec, now))
                .after(after(record, spec))
                .failures(0)
                .lost(0)
                .answer(0)
                .duplicateOf(null)
                .kin(kin(record))
                .approved(isToBeApproved(spec))
                .harvest(null)
                .gate(null);
        if (record.lastAttempt() != null && record.lastAttempt().strand() != null) {
            // what its program remembers is no zero
            change.attempt(record.lastAttempt()
                    .of(Strand.of(record.lastAttempt().strand().runtime())));
        }
        return stay(change, there, null, Action.AGAIN, "from zero");
    }

    /** An id that it named before was somebody's: if it is nowhere by now, it is not waited for. */
    private static List<String> after(TaskRecord record, TaskSpec spec) {
        Set<String> before = new HashSet<>(record.spec().after());
        return spec.after().stream()
                .map(name -> TaskId.isOne(name) && before.contains(name) ? name : "?" + name)
                .toList();
    }

    /** One whose parent is over is on its own from here on: it would be stopped with its parent otherwise. */
    private Kin kin(TaskRecord record) throws IOException {
        if (record.kin() == null) {
            return null;
        }
        Where parent = finder.find(record.kin().parent());
        return parent == null || parent.state().ended() ? record.kin().leftAlone() : record.kin();
    }

    private TaskRecord stay(TaskRecord.Change change, Where there, Why why, Action action, String reason)
            throws IOException {
        return moving.stay(change, there, why, action, reason, Audit.PERSON);
    }

    private TaskFolder folder(TaskRecord record, Where there) {
        return there.task(kit.workspace(), record.id());
    }
}
