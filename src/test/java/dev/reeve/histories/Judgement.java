package dev.reeve.histories;

import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be found when a history has come to rest. */
final class Judgement {

    private final Play play;
    private final History history;
    private final Meaning meaning;

    Judgement(Play play) {
        this.play = play;
        this.history = play.history();
        this.meaning = new Meaning(play);
    }

    void pass() throws IOException {
        play.promises().afterTurn(play);
        play.promises().afterCrash(play);
        new NothingLost(play).check();
        for (People.Found found : play.people().find(id -> true)) {
            task(found);
        }
        for (Map.Entry<String, History.End> end : history.ends().entrySet()) {
            endsThere(end.getKey(), end.getValue());
        }
        oneRunsForAKey();
        new Kinship(play).check();
        new Tidiness(play).check();
        new AuditStory(play).tellsTheSame();
        Post post = new Post(play);
        new MailStory(play, post).check();
        new Correspondence(play, post).check();
    }

    private void task(People.Found found) throws IOException {
        TaskFolder folder = found.where().task(play.workspace(), found.id());
        TaskRecord record = TaskRecords.read(play.disk(), folder);
        boolean putThere = found.where().state() == State.DONE && history.touches(TaskId.slugOf(found.id()));
        if (play.promises().isRemoved(found.id()) || putThere) {
            // what a person is removing has no rules any more, and what he calls done is not looked into
            return;
        }
        Violation.unless(record != null, folder + " has no record");
        Violation.unless(
                found.where().equals(record.settled()), "the record of " + found + " says " + record.settled());
        restsRightly(found, record);
        attempts(record);
        String slug = TaskId.slugOf(found.id());
        Drop drop = history.drops().get(slug);
        if (drop == null && play.work(slug) != null) {
            result(record, folder, play.work(slug));
            if (meaning.isStrictChild(slug)) {
                asMeant(found, record, play.work(slug));
            }
        }
        if (drop != null) {
            result(record, folder, drop.work());
            new AskedFirst(play).check(record, drop.work());
            new GateStory(play).check(found, record, drop.work());
            if (meaning.isStrict(drop)) {
                asMeant(found, record, drop.work());
            } else if (meaning.isNearlyStrict(drop)) {
                boolean good = drop.work().always(true);
                Violation.unless(
                        found.where().state() == (good ? State.DONE : State.FAILED),
                        found + " whose runs are all " + (good ? "good: " : "bad: ") + record);
            }
        }
    }

    private void endsThere(String slug, History.End end) throws IOException {
        Drop drop = history.drops().get(slug);
        if (play.powerWasCut()
                && drop != null
                && !drop.lasts()
                && play.people().find(slug).isEmpty()) {
            return;
        }
        if (play.powerWasCut() && drop == null && !slug.equals("messages")) {
            // it was asked for by somebody who did not force it
            return;
        }
        if (end.state() == null && play.powerWasCut()) {
            // nobody forced what a person removed
            return;
        }
        List<State> found = play.people().find(slug).stream()
                .map(one -> one.where().state())
                .toList();
        boolean mayHaveEnded = drop == null && end.state() == State.FAILED && meaning.nobodyLooked();
        if (mayHaveEnded && found.equals(List.of(State.DONE))) {
            return;
        }
        Violation.unless(
                found.equals(end.state() == null ? List.of() : List.of(end.state())),
                slug + " was to end in " + end.state() + ", and is in " + found);
    }

    /** Of several tasks with one key, one is run, unless a person begins another from zero. */
    private void oneRunsForAKey() {
        Set<String> ran = history.drops().values().stream()
                .map(Drop::work)
                .filter(work -> work.keys().stream().anyMatch(key -> key.startsWith("idempotency_key")))
                .map(Work::slug)
                .filter(slug -> play.machine().runs().stream()
                        .anyMatch(run -> TaskId.slugOf(run.task()).equals(slug)))
                .collect(Collectors.toSet());
        boolean disturbed = ran.stream().anyMatch(history::touches) || history.has(Faults.ClockSet.class);
        Violation.unless(ran.size() <= 1 || disturbed, "tasks with one key were run: " + ran);
    }

    /** It has ended, or waits for something that can still come. */
    private void restsRightly(People.Found found, TaskRecord record) throws IOException {
        State state = found.where().state();
        boolean rightly = state.ended() || state == State.HELD || state == State.WAITING && canGoOn(record);
        Violation.unless(rightly, found + " has not ended, and waits for nothing: " + record);
        if (state == State.HELD || state == State.FAILED || state == State.WAITING) {
            String page = text(found.where().task(play.workspace(), found.id()).why());
            Violation.unless(page != null && !page.isBlank(), found + " has no why.md");
        }
    }

    /** Somebody may still drop what it waits for, or release that. */
    private boolean canGoOn(TaskRecord record) throws IOException {
        if (record.waitsFor() != null && record.waitsFor().cause() == Wait.Cause.CHILDREN) {
            return new Kinship(play).hasChildrenOut(record.id());
        }
        for (String other : record.after()) {
            List<People.Found> found = play.people().find(other::equals);
            if (other.startsWith("?")
                    || found.stream().anyMatch(one -> !one.where().state().ended())) {
                return true;
            }
        }
        return false;
    }

    private void attempts(TaskRecord record) {
        Set<Integer> ran = ran(record).stream().map(Run::attempt).collect(Collectors.toSet());
        Set<Integer> known =
                record.attempts().stream().map(AttemptRecord::number).collect(Collectors.toSet());
        Violation.unless(known.containsAll(ran), "of " + ran + " runs the record knows " + known + ": " + record);
        for (AttemptRecord attempt : record.attempts()) {
            Violation.unless(attempt.ended(), "open: " + attempt + " of " + record);
            Violation.unless(
                    attempt.outcome() != Outcome.NEVER || !ran.contains(attempt.number()),
                    "it ran all the same: " + attempt + " of " + record);
            Violation.unless(
                    attempt.exit() == null || ran.contains(attempt.number()),
                    "nobody ran " + attempt + " of " + record);
        }
    }

    private List<Run> ran(TaskRecord record) {
        return play.machine().runs().stream()
                .filter(run -> run.task().equals(record.id()))
                .toList();
    }

    /** The answer is that of the run that it names. */
    private void result(TaskRecord record, TaskFolder folder, Work work) throws IOException {
        String result = text(folder.result());
        if (record.answer() == 0) {
            Violation.unless(
                    result == null || record.duplicateOf() != null, folder + " has the result of nobody: " + result);
            return;
        }
        List<Run> runs = ran(record);
        for (int run = 0; run < runs.size(); run++) {
            if (runs.get(run).attempt() == record.answer()) {
                String expected = work.answer(run);
                if (result == null
                        && history.touches(work.slug())
                        && !folder.path().startsWith(play.workspace().state(State.DONE))) {
                    // it was about to be begun again when a person moved it once more
                    return;
                }
                Violation.unless(expected.equals(result), folder + ": expected " + expected + ", found " + result);
                boolean delivers = work.behaviour(run) == Behaviour.DELIVERS;
                Violation.unless(
                        delivers == (play.disk().stat(folder.out().resolve("report.txt")) != null),
                        "the deliverables of " + folder);
                return;
            }
        }
        throw new Violation(folder + " has the answer of attempt " + record.answer() + ", which never ran");
    }

    private void asMeant(People.Found found, TaskRecord record, Work work) {
        State expected = work.succeeds() ? State.DONE : State.FAILED;
        Violation.unless(found.where().state() == expected, found + " was to be " + expected + ": " + record);
        Violation.unless(
                ran(record).size() == work.runs(),
                found + " was run " + ran(record).size() + " times, not " + work.runs() + ": " + record);
    }

    private String text(Path file) throws IOException {
        return play.disk().stat(file) == null
                ? null
                : new String(play.disk().read(file, 0, 1 << 20), StandardCharsets.UTF_8);
    }
}
