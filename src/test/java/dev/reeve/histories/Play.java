package dev.reeve.histories;

import dev.reeve.files.Stat;
import dev.reeve.launch.Mark;
import dev.reeve.sim.Crash;
import dev.reeve.sim.Limits;
import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SimMachine;
import dev.reeve.sim.SimProcesses;
import dev.reeve.sim.SimTime;
import dev.reeve.sim.SimWatcher;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Tree;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.SteppedSupervisor;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * One history, played: time goes by, deeds are done at their moments, and one supervisor after another does its work, step
 * by step, until everything has come to rest.
 */
final class Play {

    private static final int MOST_TURNS = 20_000;

    /** Whoever keeps it running starts it again after this, if it can't begin. */
    private static final Duration RESTART = Duration.ofSeconds(10);

    /** After the last deed, until somebody puts everything in order so that it can come to rest. */
    private static final Duration UNTIL_MENDED = Duration.ofSeconds(20);

    /** Nothing more happens by itself. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(32);

    private final History history;
    private final Mutation mutation;
    private final StepLog log;
    private final Map<String, Drop> drops;
    private final Map<String, Dropped> dropped = new LinkedHashMap<>();
    private final Schedule schedule;
    private final Checks checks;
    private final Letterbox letterbox = new Letterbox();
    private final Limits limits;
    private final Random pace;

    private SimMachine machine;
    private People people;
    private SteppedSupervisor supervisor;
    private Gate gate;
    private Hints.Batch heard;

    /** On earlier boots. */
    private Duration before = Duration.ZERO;

    private Duration supervised = Duration.ZERO;
    private Duration lastDisturbed = Duration.ZERO;
    private Duration lastDeed = Duration.ZERO;
    private Duration upAgain = Duration.ZERO;
    private Duration fullUntil = Duration.ZERO;
    private Duration lastRefused;
    private Duration mended;
    private Duration downAfterEnd;
    private Duration quiet = Duration.ZERO;
    private Wreckage crash;
    private boolean torn;
    private boolean powerWasCut;
    private int steps;
    private int starts;

    /** A dropped file as its author left it. @param attached what lies beside it in its folder; null if nothing does */
    record Dropped(Drop drop, long inode, Long attached) {}

    Play(History history, Mutation mutation, StepLog log) {
        this.history = history;
        this.mutation = mutation;
        this.log = log;
        this.drops = history.drops();
        this.machine = new SimMachine(history.seed(), this::program, new Watching());
        this.people = new People(machine.disk);
        this.schedule = new Schedule(this, history.deeds());
        this.checks = new Checks(this, mutation);
        this.limits = new Limits(people.workspace);
        this.pace = new Random(history.seed());
        this.machine.processes.shimsAre(new SimProcesses.Shims(history.shimPace(), mutation.shimsClaimExclusively()));
    }

    private Script program(Mark mark, int run, SimDisk disk) throws IOException {
        Script check = new CheckPrograms(this, disk).program(mark);
        if (check != null) {
            return check;
        }
        Work work = work(TaskId.slugOf(mark.task()));
        return work == null ? woken(mark, run, disk) : work.script(run);
    }

    /** A task that nobody dropped: messages have woken its agent. */
    private Script woken(Mark mark, int run, SimDisk disk) {
        try {
            TaskRecord record = TaskRecords.read(disk, workspace().task(State.RUNNING, mark.task()));
            return history.deeds().stream()
                    .map(Planned::deed)
                    .filter(deed -> deed instanceof MailDeeds.Woken woken
                            && record != null
                            && woken.agent().equals(record.agent()))
                    .map(deed -> ((MailDeeds.Woken) deed).script(run))
                    .findFirst()
                    .orElseGet(() -> Behaviour.QUICK.script(null, "nobody's\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Watching implements SimMachine.Watch {
        @Override
        public void look(SimMachine running) {
            begins(running);
        }

        @Override
        public void goesOn(SimMachine running, Mark mark) {
            limits.goesOn(running, mark);
        }
    }

    private void begins(SimMachine running) {
        limits.look(running);
        Mark mark = running.runs().get(running.runs().size() - 1).mark();
        try {
            WholeFiles.atBegin(
                    disk(), workspace().task(State.RUNNING, mark.task()).attempt(mark.attempt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays it to its end. */
    void run() throws IOException {
        people.makeWorkspace(history.files());
        limits.readSettings(machine);
        listen();
        for (int turns = 0; !atRest(); turns++) {
            if (turns == MOST_TURNS) {
                throw new Violation("it never comes to rest:\n" + String.join("\n", Tree.of(disk(), workspace())));
            }
            try {
                act();
            } catch (Crash end) {
                pickUp();
            }
        }
        checks.atRest(machine);
    }

    private void act() throws IOException {
        doWhatIsDue();
        if (crash != null) {
            throw new Crash("between two turns");
        }
        if (supervisor == null) {
            if (elapsed().compareTo(upAgain) >= 0) {
                start();
            } else {
                sleep(upAgain.minus(elapsed()));
            }
            return;
        }
        turn();
    }

    private void turn() throws IOException {
        Hints.Batch batch = heard == null ? supervisor.heard() : heard;
        heard = null;
        checks.atStep();
        Duration nap;
        try {
            nap = supervisor.turn(batch);
            checks.atStep();
        } catch (IOException e) {
            log.note("the supervisor ends: " + e.getMessage());
            ended(RESTART);
            return;
        }
        if (!diskIsFull()) {
            checks.afterTurn();
        }
        if (downAfterEnd != null && !nap.isZero() && supervisor.over()) {
            log.note("the supervisor ends as it was told");
            ended(downAfterEnd);
            return;
        }
        boolean idle = mended != null
                && supervisor.idle()
                && machine.processes.ofTasks().isEmpty();
        Duration began = elapsed();
        sleep(nap);
        quiet = idle ? quiet.plus(elapsed().minus(began)) : Duration.ZERO;
    }

    private void ended(Duration down) throws IOException {
        supervisor.close();
        machine.supervisorKilled();
        supervisor = null;
        downAfterEnd = null;
        upAgain = elapsed().plus(down);
    }

    private void start() throws IOException {
        log.note("a supervisor starts");
        steps = 0;
        starts++;
        try {
            gate = new Gate();
            supervisor = open(machine, gate);
            listen();
            supervisor.recover();
        } catch (AlreadyRunning e) {
            throw new Violation("a lock outlives its process: " + e.getMessage());
        } catch (IOException e) {
            log.note("it can't begin: " + e.getMessage());
            if (supervisor != null) {
                supervisor.close();
                supervisor = null;
            }
            machine.supervisorKilled();
            upAgain = elapsed().plus(RESTART);
        }
    }

    private SteppedSupervisor open(SimMachine where, Steps gate) throws IOException, AlreadyRunning {
        return SteppedSupervisor.open(workspace(), mutation.of(where.world(gate)));
    }

    /** Sleeps as the loop does: until the time has come, or somebody hints at something. */
    private void sleep(Duration nap) throws IOException {
        Duration end = elapsed().plus(nap);
        while (elapsed().compareTo(end) < 0 && crash == null) {
            Duration next = end.minus(elapsed());
            Duration event = machine.time.untilNext();
            next = event != null && event.compareTo(next) < 0 ? event : next;
            Duration deed = schedule.untilNext();
            next = deed != null && deed.compareTo(next) < 0 ? deed : next;
            pass(next.isNegative() ? Duration.ZERO : next);
            doWhatIsDue();
            if (supervisor != null) {
                heard = supervisor.heard();
                if (heard.everywhere()
                        || !heard.touched().isEmpty()
                        || !heard.ended().isEmpty()
                        || downAfterEnd != null) {
                    return;
                }
            }
        }
        heard = null;
    }

    private void pass(Duration time) {
        if (supervisor != null && !diskIsFull()) {
            supervised = supervised.plus(time);
        }
        machine.time.advance(time);
    }

    private void doWhatIsDue() throws IOException {
        schedule.doWhatIsDue();
        if (mended != null || !schedule.nothingIsDue() || elapsed().compareTo(whenToMend()) < 0) {
            return;
        }
        if (schedule.isOver()) {
            mend();
        } else if (supervisor != null) {
            schedule.noMoreSteps();
        }
    }

    private Duration whenToMend() {
        Duration later = fullUntil.compareTo(lastDeed) > 0 ? fullUntil : lastDeed;
        return later.plus(UNTIL_MENDED);
    }

    /** So that what waits for a person, or for a good configuration, need not wait any longer. */
    private void mend() throws IOException {
        log.note("everything is put in order");
        mended = elapsed();
        for (Map.Entry<String, String> file : history.good().entrySet()) {
            people.write(file.getKey(), file.getValue());
        }
        if (disk().stat(workspace().stop()) != null) {
            disk().remove(workspace().stop());
            disk().forceFolder(workspace().root());
        }
        disturbed();
    }

    void happen(Deed deed) throws IOException {
        log.note(deed.toString());
        disturbed();
        lastDeed = elapsed();
        quiet = Duration.ZERO;
        deed.happen(this);
        disturbed();
    }

    private void disturbed() {
        lastDisturbed = supervised;
    }

    private boolean atRest() {
        return mended != null && schedule.nothingIsDue() && supervisor != null && quiet.compareTo(LONG_ENOUGH) > 0;
    }

    /** A supervisor has died, perhaps with the whole machine. */
    private void pickUp() throws IOException {
        Wreckage left = crash;
        crash = null;
        heard = null;
        downAfterEnd = null;
        supervisor = null;
        quiet = Duration.ZERO;
        if (left instanceof Wreckage.Killed killed) {
            machine.supervisorKilled();
            upAgain = elapsed().plus(killed.down());
        } else if (left instanceof Wreckage.PowerLost lost) {
            powerWasCut = true;
            Duration off = elapsed();
            Instant then = machine.time.now();
            machine = machine.afterPowerCut(lost.survival());
            before = off.plus(Duration.between(then, machine.time.now()));
            people = new People(machine.disk);
            upAgain = elapsed();
            listen();
        }
        disturbed();
        checks.afterCrash(machine);
    }

    private void listen() {
        SimWatcher watcher = supervisor == null
                ? null
                : new SimWatcher(machine.time, history.watcher(), history.seed(), supervisor.hints());
        machine.disk.onChange(path -> {
            checks.saw(path);
            if (watcher != null && isWatched(path)) {
                watcher.saw(path);
            }
        });
    }

    /** The top, the doors and the folders of states. */
    private boolean isWatched(Path path) {
        Path inside = workspace().root().relativize(path);
        return inside.getNameCount() <= 2 || inside.startsWith("agents") && inside.getNameCount() <= 4;
    }

    /** Stands before each step of the supervisor: others come in between, and the machine may stop here. */
    private final class Gate implements Steps {

        private boolean inside;

        @Override
        public void before(String what, Part part) throws IOException {
            steps++;
            log.step(steps, what);
            checks.atStep();
            if (!inside) {
                inside = true;
                others(what);
                inside = false;
            }
            if (crash != null) {
                if (torn && part != null) {
                    part.take(disk());
                }
                throw new Crash(what);
            }
            if (diskIsFull() && takesSpace(what)) {
                if (part != null) {
                    part.take(disk());
                }
                lastRefused = supervised;
                throw new FileSystemException(what, null, "No space left on device");
            }
        }

        private void others(String step) throws IOException {
            pass(stepTime());
            doWhatIsDue();
            schedule.step(step);
        }

        /** Most steps are quick; a force may take its time. */
        private Duration stepTime() {
            int luck = pace.nextInt(1000);
            return luck < 950 ? Duration.ofNanos(50_000) : Duration.ofMillis(luck < 998 ? 3 : 400);
        }

        private boolean takesSpace(String what) {
            return !what.startsWith("remove")
                    && !what.startsWith("signal")
                    && !what.startsWith("lock")
                    && !what.startsWith("spawn");
        }
    }

    // What deeds may do, and invariants may know.

    SimMachine machine() {
        return machine;
    }

    SimDisk disk() {
        return machine.disk;
    }

    People people() {
        return people;
    }

    /** @return null if it is nobody's */
    Work work(String slug) {
        Drop drop = drops.get(slug);
        return drop != null ? drop.work() : Kid.work(slug);
    }

    Workspace workspace() {
        return people.workspace;
    }

    History history() {
        return history;
    }

    Promises promises() {
        return checks.promises();
    }

    /** What was said to whom. */
    Letterbox letterbox() {
        return letterbox;
    }

    /** The supervisor is in the midst of something, or was, and has died of it. */
    boolean isAtStep() {
        return supervisor == null || gate.inside;
    }

    Limits limits() {
        return limits;
    }

    Map<String, Dropped> dropped() {
        return dropped;
    }

    boolean wasRestarted() {
        return starts > 1;
    }

    /** By a kill, or by a disk that refused them. */
    boolean stepsWereCutOff() {
        return history.has(Faults.Kill.class) || history.has(Faults.FullDisk.class);
    }

    boolean powerWasCut() {
        return powerWasCut;
    }

    String disagreement() throws IOException {
        return supervisor.disagreement(disk());
    }

    /** Since the beginning, over all boots. */
    Duration elapsed() {
        return before.plus(Duration.ofNanos(machine.time.nanos()));
    }

    /** How long a supervisor was at work that could write. */
    Duration supervised() {
        return supervised;
    }

    /** By that measure, when something last came from outside. */
    Duration lastDisturbed() {
        return lastDisturbed;
    }

    boolean diskIsFull() {
        return elapsed().compareTo(fullUntil) < 0;
    }

    /** A full disk has refused a step, and the supervisor may not have come to take it again. */
    boolean isStepOwed() {
        return lastRefused != null && supervised.minus(lastRefused).compareTo(Lasting.TIME_TO_ANSWER) <= 0;
    }

    void noteDropped(Drop drop, Path file) throws IOException {
        Stat attached = drop.isFolder() ? disk().stat(file.resolveSibling(Drop.ATTACHED)) : null;
        dropped.put(
                drop.work().slug(),
                new Dropped(drop, disk().stat(file).inode(), attached == null ? null : attached.inode()));
    }

    /** What somebody goes on doing after a while, if the machine is still there. */
    void later(Duration delay, SimTime.Event event) {
        machine.time.after(delay, () -> {
            disturbed();
            event.happen();
        });
    }

    void crash(Wreckage wreckage, boolean within) {
        if (supervisor != null || wreckage instanceof Wreckage.PowerLost) {
            crash = wreckage;
            torn = within;
        }
    }

    void atNext(String kindOfStep, Deed deed) {
        schedule.atNext(kindOfStep, deed);
    }

    void fillDisk(Duration span) {
        fullUntil = elapsed().plus(span);
    }

    void end(boolean drain, Duration down) {
        if (supervisor != null) {
            supervisor.stop(drain);
            downAfterEnd = down;
        }
    }

    void startSecond() throws IOException {
        if (supervisor == null) {
            return;
        }
        try {
            SteppedSupervisor.open(workspace(), machine.anotherWorld());
            throw new Violation("two supervisors are at work");
        } catch (AlreadyRunning e) {
            // as it must be
        }
    }
}
