package dev.reeve.supervisor;

import dev.reeve.launch.MachineFull;
import dev.reeve.launch.Unlaunchable;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.util.List;

/** Carries out what was decided, one transition for each kind of move. */
final class Conductor implements Intake.Taken {

    private final Kit kit;
    private final Ledger ledger;
    private final Moving moving;
    private final Settling settling;
    private final Starting starting;
    private final Runs runs;
    private final Repeating repeating;
    private final Reviewing reviewing;
    private final Questions questions;
    private final Replying replying;
    private final Replies replies;
    private final Predecessors predecessors;
    private final Gathering gathering;
    private final Answer answer;
    private final Handing handing;
    private final Rates rates;
    private final Breakers breakers;
    private final Room room;

    Conductor(
            Kit kit,
            Ledger ledger,
            Moving moving,
            Settling settling,
            Starting starting,
            Runs runs,
            Repeating repeating,
            Reviewing reviewing,
            Questions questions,
            Replying replying,
            Replies replies,
            Predecessors predecessors,
            Gathering gathering,
            Answer answer,
            Handing handing,
            Rates rates,
            Breakers breakers,
            Room room) {
        this.kit = kit;
        this.ledger = ledger;
        this.moving = moving;
        this.settling = settling;
        this.starting = starting;
        this.runs = runs;
        this.repeating = repeating;
        this.reviewing = reviewing;
        this.questions = questions;
        this.replying = replying;
        this.replies = replies;
        this.predecessors = predecessors;
        this.gathering = gathering;
        this.answer = answer;
        this.handing = handing;
        this.rates = rates;
        this.breakers = breakers;
        this.room = room;
    }

    /** Whom the names mean that a task waits for. */
    @FunctionalInterface
    private interface Meant {
        List<String> by(TaskRecord record);
    }

    /**
     * Writes a move, which then settles with others.
     *
     * @throws IOException if it could not be carried out: the task is settled anew before anything else is tried
     */
    void carryOut(Move move) throws IOException {
        Card card = ledger.board().get(move.id());
        TaskFolder folder = card.where().task(kit.workspace(), card.id());
        TaskRecord record = TaskRecords.read(kit.disk(), folder);
        if (record == null) {
            throw new java.nio.file.NoSuchFileException(folder.record().toString());
        }
        if (move instanceof Move.Start) {
            start(record);
        } else if (move instanceof Move.Park park) {
            park(record, park.because());
        } else if (move instanceof Move.Release) {
            release(record, card);
        } else if (move instanceof Move.HandOver handOver) {
            ledger.note(moving.stay(
                    record.change().agent(handOver.agent()),
                    card.where(),
                    null,
                    Action.HAND_OVER,
                    "to " + handOver.agent() + ": " + handOver.reason(),
                    Audit.REEVE));
        } else if (move instanceof Move.AskReview) {
            reviewing.ask(record);
        } else if (move instanceof Move.LetThrough) {
            reviewing.accept(record);
        } else if (move instanceof Move.Ask ask) {
            questions.ask(record, ask.question());
        } else if (move instanceof Move.SayYes) {
            replying.yes(record);
        } else if (move instanceof Move.PassOn) {
            replies.late(record);
        } else if (move instanceof Move.Repeat) {
            repeating.answer(record, ledger::note);
        } else if (move instanceof Move.Hold hold) {
            move(
                    record.change().why(hold.reason()).waitsFor(null),
                    card.where(),
                    State.HELD,
                    Why.held(),
                    Action.HOLD,
                    hold.reason(),
                    ledger::note);
        } else if (move instanceof Move.GiveUp giveUp) {
            giveUp(record, card, giveUp.reason());
        }
    }

    private void move(
            TaskRecord.Change change, Where here, State there, Why why, Action action, String reason, Staged.Then then)
            throws IOException {
        settling.add(
                moving.stage(moving.draft(), change, here, Where.in(there), why, action, reason, Audit.REEVE), then);
    }

    private void start(TaskRecord record) throws IOException {
        Lane lane = Lane.of(ledger.board().get(record.id()));
        if (rates.started(lane, kit.team().get(), kit.time().now())) {
            rates.write(kit.durable(), kit.workspace().rates());
        }
        try {
            Starting.Prepared prepared = starting.prepare(record);
            settling.add(prepared.step(), started -> launch(started, prepared));
        } catch (Unlaunchable e) {
            parkForAgent(record, Wait.Cause.AGENT, e.getMessage());
        } catch (Unready e) {
            if (e.again() == null) {
                parkForAgent(record, e.cause(), e.getMessage());
            } else {
                park(
                        record,
                        new Wait(e.cause(), e.getMessage(), kit.time().now().plus(e.again()), List.of()));
            }
        }
    }

    private void parkForAgent(TaskRecord record, Wait.Cause cause, String reason) throws IOException {
        park(record, new Wait(cause, reason, null, List.of(record.agent())));
        // the configuration has not noticed yet, and would release it at once
        ledger.trouble(
                record.id(),
                kit.time().nanos() + kit.team().get().settings().scan().toNanos());
    }

    private void launch(TaskRecord started, Starting.Prepared prepared) throws IOException {
        try {
            starting.launch(prepared);
            room.found();
        } catch (MachineFull e) {
            // as if it had begun: the next look closes what nobody has claimed, and it goes back to the queue
            room.refused(e);
        } catch (IOException e) {
            runs.refused(started, "no process could be started: " + Causes.words(e));
            return;
        }
        runs.began(started, prepared.live());
    }

    private void park(TaskRecord record, Wait because) throws IOException {
        List<String> after = record.after();
        Wait wait = because;
        if (because.cause() == Wait.Cause.AFTER) {
            after = predecessors.resolve(record.id(), after, kit.time().now());
            wait = afterOthers(after);
        }
        move(
                record.change().waitsFor(wait).after(after),
                Where.in(State.QUEUE),
                State.WAITING,
                Why.waits(),
                Action.WAIT,
                wait.reason(),
                this::waits);
    }

    /** What it waits for may have ended in the same moment, when nobody waited for that yet. */
    private void waits(TaskRecord record) throws IOException {
        ledger.note(record);
        predecessors.resolve(record.id(), record.after(), kit.time().now());
    }

    private static Wait afterOthers(List<String> after) {
        List<String> known =
                after.stream().filter(name -> !name.startsWith("?")).toList();
        List<String> unknown = after.stream()
                .filter(name -> name.startsWith("?"))
                .map(name -> "`" + name.substring(1) + "`")
                .toList();
        String reason = known.isEmpty() ? "" : "it runs after " + Words.some(known);
        if (!unknown.isEmpty()) {
            reason += (reason.isEmpty() ? "it runs after " : ", and after ") + Words.some(unknown)
                    + ", which nobody knows yet";
        }
        return new Wait(Wait.Cause.AFTER, reason, null, after);
    }

    private void release(TaskRecord record, Card card) throws IOException {
        if (record.isBeingChecked()
                && record.gate().isByAgent()
                && record.waitsFor().cause() == Wait.Cause.CHILDREN) {
            reviewing.judge(record);
            return;
        }
        TaskRecord.Change change = record.change().waitsFor(null);
        Wait wait = record.waitsFor();
        if (wait != null && wait.cause() == Wait.Cause.AFTER) {
            Harvest harvest = gathering.gather(record, card.where().task(kit.workspace(), card.id()));
            if (harvest == null) {
                return;
            }
            change.harvest(harvest).after(List.of());
        }
        if (wait != null && wait.cause() == Wait.Cause.NOT_BEFORE) {
            change.notBefore(null);
        }
        if (wait == null || !wait.cause().isOfAgent()) {
            change.queuedAt(kit.time().now());
        }
        move(change, card.where(), State.QUEUE, null, Action.RELEASE, null, ledger::note);
    }

    private void giveUp(TaskRecord record, Card card, String reason) throws IOException {
        TaskFolder folder = card.where().task(kit.workspace(), card.id());
        String output = record.lastAttempt() == null
                ? ""
                : answer.lastLines(folder.attempt(record.lastAttempt().number()));
        Draft draft = moving.draft();
        handing.failed(draft, record, folder, reason);
        settling.add(
                moving.stage(
                        draft,
                        record.change().why(reason).waitsFor(null).withoutPortion(),
                        card.where(),
                        Where.in(State.FAILED),
                        Why.failed(output, record.portion() != null),
                        Action.FAIL,
                        reason,
                        Audit.REEVE),
                failed -> {
                    ledger.note(failed);
                    ledger.today().count(kit.today(), Action.FAIL);
                });
    }

    /** A task was accepted: whoever waits for its label or id now knows whom that means. */
    @Override
    public void accepted(TaskRecord record) throws IOException {
        ledger.note(record);
        ledger.today().count(kit.today(), Action.ACCEPT);
        resolve("?" + record.label(), record.id());
        resolve("?" + record.id(), record.id());
    }

    /** What has the name of an id and is nowhere is waited for no longer. */
    @Override
    public void refused(String name) throws IOException {
        // a label may still be another's
        if (TaskId.isOne(name)) {
            predecessors.left(name);
            resolve("?" + name, name);
        }
    }

    /** Of the many that a task may wait for this one alone is looked at: they come one by one. */
    private void resolve(String name, String id) throws IOException {
        for (Card card : List.copyOf(ledger.board().dependents(name))) {
            if (card.where().state() == State.WAITING && !card.id().equals(id)) {
                resolve(
                        card,
                        record -> record.after().stream()
                                .map(one -> one.equals(name) ? id : one)
                                .toList());
            }
        }
    }

    private void resolve(Card card, Meant meant) throws IOException {
        TaskFolder folder = card.where().task(kit.workspace(), card.id());
        TaskRecord record = TaskRecords.read(kit.disk(), folder);
        if (record == null || record.waitsFor() == null) {
            return;
        }
        List<String> after = meant.by(record);
        Wait wait = afterOthers(after);
        ledger.note(moving.stay(
                record.change().after(after).waitsFor(wait), card.where(), Why.waits(), null, null, Audit.REEVE));
    }

    /** At a start: learns how those ended that somebody waits for. */
    void recallPredecessors() throws IOException {
        for (Card card : List.copyOf(ledger.board().in(State.WAITING))) {
            if (!card.after().isEmpty()) {
                List<String> after =
                        predecessors.resolve(card.id(), card.after(), kit.time().now());
                if (!after.equals(card.after())) {
                    resolve(card, record -> after);
                }
            }
        }
    }

    Breakers breakers() {
        return breakers;
    }

    Rates rates() {
        return rates;
    }
}
