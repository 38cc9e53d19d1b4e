package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentConfig.Breaker;
import dev.reeve.files.Stat;
import dev.reeve.message.Message;
import dev.reeve.program.Heard;
import dev.reeve.program.Told;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.ChildrenIndex;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The end of an attempt: the one step for all that can come of it. The lines, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Finish".
 *
 * <p>Nothing of the attempt's tree lives when this begins.
 */
final class Ending {

    private static final Breaker DEFAULT = new Breaker(3, 5, Duration.ofSeconds(60));

    private final Kit kit;
    private final Moving moving;
    private final Settling settling;
    private final Answer answer;
    private final Rejecting rejecting;
    private final Breakers breakers;
    private final Families families;
    private final Handing handing;
    private final History history;
    private final LastDone last;
    private final Conversation conversation;
    private final Telling telling;
    private final Pausing pausing;
    private final Accounting accounting;

    Ending(
            Kit kit,
            Moving moving,
            Settling settling,
            Answer answer,
            Rejecting rejecting,
            Breakers breakers,
            Families families,
            Handing handing,
            LastDone last,
            Conversation conversation,
            Telling telling,
            Pausing pausing,
            Accounting accounting) {
        this.kit = kit;
        this.handing = handing;
        this.history = new History(kit);
        this.moving = moving;
        this.settling = settling;
        this.answer = answer;
        this.rejecting = rejecting;
        this.breakers = breakers;
        this.families = families;
        this.last = last;
        this.conversation = conversation;
        this.telling = telling;
        this.pausing = pausing;
        this.accounting = accounting;
    }

    /**
     * @param record as it stands in the task's folder, with the attempt still open
     * @param here where the task is
     * @param then what comes after it; it settles with others
     */
    void end(TaskRecord record, Where here, End seen, Staged.Then then) throws IOException {
        Draft draft = moving.draft();
        try {
            end(draft, record, here, seen, then);
        } catch (IOException e) {
            draft.drop();
            throw e;
        }
    }

    private void end(Draft draft, TaskRecord record, Where here, End seen, Staged.Then then) throws IOException {
        TaskFolder task = here.task(kit.workspace(), record.id());
        AttemptRecord over = record.lastAttempt();
        AttemptFolder attempt = task.attempt(over.number());
        AttemptFolder answered = over.isCheck() ? task.attempt(over.verifies()) : attempt;
        Heard heard = over.strand() == null ? null : telling.all(record, attempt);
        Judgement judged = heard == null ? null : Judgement.of(seen, over.strand(), heard);
        End end = judged == null ? seen : judged.end();
        if (heard != null && end.outcome() == Outcome.OK) {
            answer.say(attempt, heard.told().text());
        }
        if (end.outcome() == Outcome.OK && !over.isCheck()) {
            String wrong = answer.wrong(attempt, record.spec().output());
            end = wrong == null ? end : new End(Outcome.FAILED, end.exit(), wrong);
        }
        Told told = heard == null ? Told.NOTHING : heard.told();
        end = pausing.seen(record, end, told);
        answerWhatNobodyTook(record, attempt);
        Usage usage = accounting.note(draft, record, here, attempt, told);
        Instant now = kit.time().now();
        ChildrenIndex children = families.index(record.id(), task);
        Next next = AfterAttempt.of(
                record, here.state(), end, kit.team().get(), now, children.asked() - children.ended(), chance());
        String usedUp = next instanceof AfterAttempt.Retry ? accounting.usedUp(record, here) : null;
        if (usedUp != null) {
            next = new AfterAttempt.Fail(usedUp);
        }
        if (!(next instanceof AfterAttempt.Done)) {
            // it may have been about to be accepted when the power went, and is taken for lost now
            answer.demote(task, answered);
        }
        if (!over.isCheck() && !record.isWithPerson() && end.counts()) {
            count(over.agent(), end.outcome());
        }
        AttemptRecord ended = over.ended(now, end.outcome(), end.exit(), end.reason());
        if (judged != null) {
            ended = ended.of(judged.strand());
            if (judged.note() != null) {
                kit.audit().noted(record, task, judged.note());
            }
        }
        List<Message> letters = letters(draft, record, task, answered, settled(next));
        history.note(record, ended, usage, letters);
        answer.keep(draft, task, attempt);
        if (children.asked() > 0) {
            draft.keep(task.childrenIndex());
            draft.keep(task.children());
            // what was still in its door may have been refused since the last look
            families.touch(record.id());
        }
        if (next instanceof AfterAttempt.Done) {
            answer.promote(draft, task, answered, record.spec().output());
            conversation.note(
                    record,
                    kit.team().get().config(record.agent()),
                    over.isCheck() ? record.strandOf(over.verifies()) : ended.strand(),
                    letters,
                    answer.beginning(answered));
        }
        if (next instanceof AfterAttempt.Gated gated && gated.gate().isOpen()) {
            answer.keepDeliverables(draft, attempt);
        }
        TaskRecord.Change change = record.change().attempt(ended).harvest(harvest(record, next, children));
        if (isOver(settled(next))) {
            change.withoutPortion();
        }
        go(
                draft,
                change,
                record,
                here,
                end,
                next,
                heard == null ? answer.lastLines(attempt) : answer.lastWords(attempt, heard.told()),
                then);
    }

    /** What came of the tasks before is in the record since it was released; of the children it is known now. */
    private static Harvest harvest(TaskRecord record, Next next, ChildrenIndex children) {
        return isOver(settled(next)) ? Harvest.both(record.harvest(), Harvest.of(children)) : record.harvest();
    }

    /** What comes of it, whoever looked at its answer. */
    private static Next settled(Next decided) {
        return decided instanceof AfterAttempt.Gated gated ? gated.then() : decided;
    }

    private static boolean isOver(Next next) {
        return next instanceof AfterAttempt.Done || next instanceof AfterAttempt.Fail;
    }

    /** Whoever asked is told, before anything tells that it is over: nobody opens a finished task again. */
    private List<Message> letters(Draft draft, TaskRecord record, TaskFolder task, AttemptFolder attempt, Next next)
            throws IOException {
        if (next instanceof AfterAttempt.Done) {
            String there = Where.doneOn(kit.today())
                    .task(kit.workspace(), record.id())
                    .path()
                    .toString();
            return handing.over(draft, record, task, Message.Kind.RESULT, answer.excerpt(attempt, there));
        }
        if (next instanceof AfterAttempt.Fail fail) {
            return handing.failed(draft, record, task, fail.reason());
        }
        return List.of();
    }

    private void go(
            Draft draft,
            TaskRecord.Change change,
            TaskRecord record,
            Where here,
            End end,
            Next decided,
            String lastWords,
            Staged.Then then)
            throws IOException {
        change.lost(end.outcome() == Outcome.LOST ? record.lost() + 1 : 0);
        Next next = decided;
        if (decided instanceof AfterAttempt.Gated gated) {
            change.gate(gated.gate());
            next = gated.then();
        }
        boolean check = record.lastAttempt().isCheck();
        boolean silence = record.isWithPerson() && end.outcome() == Outcome.TIMEOUT;
        String by = here.state() == State.RUNNING || silence ? Audit.REEVE : Audit.PERSON;
        if (next instanceof AfterAttempt.Done) {
            change.answer(
                            check
                                    ? record.lastAttempt().verifies()
                                    : record.lastAttempt().number())
                    .gate(check ? record.gate().passed() : record.gate())
                    .why(null)
                    .waitsFor(null);
            settle(draft, change, here, Where.doneOn(kit.today()), null, Action.FINISH, null, by, done -> {
                last.pointAt(done);
                then.follows(done);
            });
        } else if (next instanceof AfterAttempt.Rest rest) {
            change.waitsFor(rest.until()).why(null);
            settle(
                    draft,
                    change,
                    here,
                    Where.in(State.WAITING),
                    Why.waits(),
                    Action.WAIT,
                    rest.until().reason(),
                    by,
                    then);
        } else if (next instanceof AfterAttempt.Retry retry) {
            change.failures(record.failures() + 1).waitsFor(retry.until());
            String reason = retry.until().reason();
            settle(draft, change, here, Where.in(State.WAITING), Why.waits(), Action.RETRY, reason, by, then);
        } else if (next instanceof AfterAttempt.Queue queue) {
            change.waitsFor(null);
            if (queue.agent() != null) {
                change.agent(queue.agent()).failures(0);
            }
            settle(draft, change, here, Where.in(State.QUEUE), null, Action.EXIT, queue.reason(), by, then);
        } else if (next instanceof AfterAttempt.Hold hold) {
            change.why(hold.reason()).waitsFor(null);
            settle(draft, change, here, Where.in(State.HELD), Why.held(), Action.HOLD, hold.reason(), by, then);
        } else {
            String reason = ((AfterAttempt.Fail) next).reason();
            change.why(reason).waitsFor(null).failures(record.failures() + (check ? 0 : 1));
            Why why = Why.failed(lastWords, record.portion() != null);
            settle(draft, change, here, Where.in(State.FAILED), why, Action.FAIL, reason, by, then);
        }
    }

    /** Moves it there, unless a person has done so. */
    private void settle(
            Draft draft,
            TaskRecord.Change change,
            Where here,
            Where there,
            Why why,
            Action action,
            String reason,
            String by,
            Staged.Then then)
            throws IOException {
        if (here.equals(there)) {
            then.follows(moving.stay(draft, change, here, why, action, reason, by));
        } else {
            settling.add(moving.stage(draft, change, here, there, why, action, reason, by), then);
        }
    }

    private double chance() {
        return (kit.random().getAsLong() >>> 11) * 0x1.0p-53;
    }

    private void count(String agent, Outcome outcome) throws IOException {
        if (outcome != Outcome.OK && !outcome.counts()) {
            return;
        }
        AgentConfig config = kit.team().get().agent(agent);
        breakers.at(kit.time().now());
        if (breakers.ended(agent, outcome == Outcome.OK, config == null ? DEFAULT : config.breaker())) {
            breakers.write(kit.durable(), kit.workspace().breakers());
        }
    }

    /** What could not be taken: what is dropped there is answered, never silently lost. */
    private void answerWhatNobodyTook(TaskRecord record, AttemptFolder attempt) throws IOException {
        for (Path door : new Path[] {attempt.spawn(), attempt.send()}) {
            Stat stat = kit.disk().stat(door);
            if (stat == null) {
                continue;
            }
            String from = "the " + door.getFileName() + "/ door of task " + record.id();
            if (!stat.isFolder()) {
                rejecting.stray(
                        door, from, "Its agent put it there in place of the folder, so it was not looked into.");
                continue;
            }
            for (String name : kit.disk().list(door)) {
                rejecting.stray(
                        door.resolve(name),
                        from,
                        door.equals(attempt.spawn())
                                ? "It is nothing that could become a child, and its task has ended."
                                : "It is nothing that could be sent, and its task has ended.");
            }
        }
    }
}
