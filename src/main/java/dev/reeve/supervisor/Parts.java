package dev.reeve.supervisor;

import dev.reeve.cost.SpendingLog;
import dev.reeve.files.Programs;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Shim;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a supervisor is made of, put together in one place. */
record Parts(
        Kit kit,
        OneLook machine,
        Ledger ledger,
        Listings listings,
        Configured configured,
        Control control,
        Events events,
        Intake intake,
        Schedules schedules,
        Mail mail,
        Posting posting,
        Replies replies,
        Waking waking,
        Scan scan,
        Husks husks,
        Arrivals arrivals,
        Settling settling,
        Conductor conductor,
        Spending spending,
        Pauses pauses,
        Families families,
        Lending lending,
        Announcing announcing,
        Room room,
        Runs runs,
        OrphanStops orphans,
        Trees trees,
        Trimming trimming,
        Waiting waiting,
        Concerns concerns,
        Alarm alarm,
        Status status,
        SupervisorFile self) {

    static Parts make(Workspace workspace, World world, Hints hints) throws IOException {
        Today today = new Today();
        Problems problems = new Problems();
        ConfiguredLater later = new ConfiguredLater();
        Audit audit = new Audit(
                world.durable(),
                workspace,
                world.time(),
                () -> later.team().settings().zone());
        OneLook machine = new OneLook(world.processes());
        Kit kit = new Kit(
                world.durable(), workspace, machine, world.time(), world.random(), audit, problems, later::team);
        Programs programs = world.programs();
        Boxing boxing = new Boxing(kit, world);
        Confining confining = new Confining(kit, world, boxing);
        later.is = new Configured(
                kit,
                programs,
                world.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"),
                new Directories(workspace.root(), world.environment().get("HOME")),
                confining);

        Ledger ledger = new Ledger(today);
        Finder finder = new Finder(kit.disk(), workspace);
        Predecessors predecessors = new Predecessors(kit.durable(), workspace, finder, ledger.board());
        Conversation conversation = new Conversation(kit, finder);
        Families families = new Families(kit, finder, ledger.board());
        Rejecting rejecting = new Rejecting(kit, today);
        Listings listings = new Listings(kit.disk());
        Mail mail = new Mail(kit, ledger, rejecting, new Roster(kit, listings));
        Answer answer = new Answer(kit);
        Settling settling = new Settling(kit, new Reporting(kit, mail, answer));
        Handing handing = new Handing(kit, mail, finder, settling);
        Spending spending = new Spending(
                new SpendingLog(kit.disk(), workspace),
                () -> later.team().settings().zone(),
                ledger.board());
        ledger.tell(predecessors, families, mail, spending);
        Pauses pauses = Pauses.read(kit.durable(), workspace.pauses());
        Telling telling = new Telling(kit);
        Pausing pausing = new Pausing(kit, ledger, pauses);
        Meter meter = new Meter(kit, new PriceList(kit));
        Breakers breakers = Breakers.read(kit.durable(), workspace.breakers());
        Rates rates = Rates.read(kit.durable(), workspace.rates());
        Shim shim = Shim.install(kit.durable(), workspace);

        Moving moving = new Moving(kit, settling);
        LastDone last = new LastDone(kit);
        Ending ending = new Ending(
                kit,
                moving,
                settling,
                answer,
                rejecting,
                breakers,
                families,
                handing,
                last,
                conversation,
                telling,
                pausing,
                new Accounting(kit, spending, meter, ledger.board()));
        Attempts attempts = new Attempts(kit, world.pid());
        IntakeLater doors = new IntakeLater();
        Lending lending = new Lending(kit, ledger, moving, later.is::settingsAreKnown);
        Posting posting = new Posting(kit, listings, mail, rejecting, later.is::settingsAreKnown, ledger::lives);
        Announcing announcing = new Announcing(kit, finder, ledger.board());
        Steering steering = new Steering(kit, handing);
        Overspending overspending = new Overspending(kit, ledger, spending, meter);
        Runs runs = new Runs(
                kit,
                ledger,
                attempts,
                moving,
                ending,
                breakers,
                lending,
                confining,
                telling,
                pausing,
                steering,
                overspending,
                live -> {
                    announcing.lookForTheLastTime(live);
                    confining.hideAll(live);
                    // what is cut away may be an event
                    telling.hear(live);
                    confining.cut(live);
                    doors.is.drain(live);
                    posting.drain(live);
                });
        Husks husks = new Husks(kit, rejecting);
        Picking picking = new Picking(kit, ledger.board(), RoundRobin.read(kit.durable(), workspace.turns()));
        ByRules rules = new ByRules(kit, picking);
        Arrivals arrivals = new Arrivals(
                kit,
                ledger,
                finder,
                settling,
                new PersonsMove(kit, moving, answer, finder, handing, rules),
                runs,
                husks);
        Surroundings surroundings = new Surroundings(kit, conversation, world.environment(), world.reeve(), programs);
        Checking checking = new Checking(kit, answer);
        Briefing briefing = new Briefing(kit, answer, conversation);
        TreeList treeList = TreeList.read(kit.durable(), workspace);
        Trees trees = new Trees(kit, world, treeList, conversation, finder, ledger, new Beside(hints::wake));
        Invoking invoking = new Invoking(kit, conversation);
        Starting starting = new Starting(
                kit,
                moving,
                briefing,
                handing,
                checking,
                confining,
                boxing,
                shim,
                surroundings,
                trees,
                invoking,
                hints::ended);
        Room room = new Room(kit);
        Replying replying = new Replying(kit, ledger, moving, settling, ending, handing, rejecting);
        Replies replies = new Replies(kit, ledger, replying);
        Conductor conductor = new Conductor(
                kit,
                ledger,
                moving,
                settling,
                starting,
                runs,
                new Repeating(kit, moving, settling, finder),
                new Reviewing(
                        kit,
                        ledger,
                        moving,
                        settling,
                        families,
                        answer,
                        checking,
                        conversation,
                        last,
                        handing,
                        door -> doors.is.drain(door)),
                new Questions(kit, ledger, moving, settling, rejecting, mail),
                replying,
                replies,
                predecessors,
                new Gathering(kit.durable(), workspace, finder),
                answer,
                handing,
                rates,
                breakers,
                room);
        Accepting accepting = new Accepting(
                kit,
                rejecting,
                new Understanding(
                        kit,
                        finder,
                        new Keys(kit.durable(), workspace),
                        new Asking(kit, finder, families),
                        conversation,
                        rules),
                new Spawning(kit, finder, families));
        Events events =
                new Events(kit, rejecting, new Planning(kit, rejecting, picking, finder), door -> doors.is.drain(door));
        Intake intake = new Intake(kit, listings, accepting, rejecting, conductor, later.is, ledger::lives, events);
        doors.is = intake;
        Trimming trimming =
                new Trimming(kit, ledger, intake, events, new Needed(kit, ledger.board(), conversation, treeList));
        Waiting waiting = new Waiting(kit, ledger, breakers, rates, spending);
        Seen seen = world.processes().look(world.pid());
        SupervisorFile self = new SupervisorFile(
                world.pid(),
                seen == null ? "-" : seen.identity().start(),
                world.time().now(),
                world.host(),
                world.version());
        return new Parts(
                kit,
                machine,
                ledger,
                listings,
                later.is,
                new Control(kit),
                events,
                intake,
                new Schedules(
                        kit,
                        new Timetable(kit),
                        new SlotFiles(kit, intake::drain),
                        new SlotCommands(kit, world.environment(), world.reeve(), hints::wake),
                        ledger.board(),
                        later.is::settingsAreKnown),
                mail,
                posting,
                replies,
                new Waking(kit, ledger, finder, mail, intake, rates),
                new Scan(kit, ledger.board(), listings),
                husks,
                arrivals,
                settling,
                conductor,
                spending,
                pauses,
                families,
                lending,
                announcing,
                room,
                runs,
                new OrphanStops(kit, world.pid()),
                trees,
                trimming,
                waiting,
                new Concerns(audit.alerts(), world.time()),
                new Alarm(
                        kit,
                        audit.alerts(),
                        new AlarmCall(
                                kit,
                                world.environment(),
                                world.reeve(),
                                programs,
                                later.is::settingsAreKnown,
                                hints::wake)),
                new Status(kit, ledger, waiting, spending, self, new Metrics(kit, ledger, spending, self)),
                self);
    }

    /** What an attempt has asked for is taken at its end, and tasks that were taken are what attempts are made of. */
    private static final class IntakeLater {
        private Intake is;
    }

    /** The log wants the zone, and the configuration wants the log. */
    private static final class ConfiguredLater {
        private Configured is;

        Team team() {
            return is.team();
        }
    }

    Audit audit() {
        return kit.audit();
    }

    Problems problems() {
        return kit.problems();
    }

    /** What a decision is made of, now. @param mayStart false: nothing is started */
    View view(boolean mayStart) {
        return ledger.view(
                configured.team(),
                conductor.breakers(),
                conductor.rates(),
                spending,
                pauses,
                mayStart,
                kit.time().now());
    }

    /** Nothing is decided while nobody knows the rules, and no id is given twice while another task is on its way. */
    void resumeEvents() throws IOException {
        if (configured.settingsAreKnown() && !intake.isUnfinished()) {
            events.resumeUnfinished();
        }
    }

    /** Wakes agents and their sessions by their messages. @return true if any was woken */
    boolean wake() throws IOException {
        if (!configured.settingsAreKnown()) {
            return false;
        }
        waking.forgetWhatNeverCame();
        mail.look();
        return waking.wake(Wake.of(view(false)));
    }

    /** Processes that are being stopped and belong to no task that is known hold places that nobody can name. */
    boolean mayStart() {
        return control.stop() == null && configured.settingsAreKnown() && !orphans.any() && room.any();
    }

    /** The folders that are worth an event: the doors, the state folders, and where the configuration is. */
    Set<Path> watched() throws IOException {
        Workspace workspace = kit.workspace();
        Set<Path> folders = new HashSet<>();
        for (Door door : intake.doors()) {
            // those of attempts come and go with each start, and are watched by themselves
            if (door.asker() == null) {
                folders.add(door.path());
            }
        }
        for (var state : dev.reeve.workspace.State.values()) {
            if (state != dev.reeve.workspace.State.DONE) {
                folders.add(workspace.state(state));
            }
        }
        folders.add(workspace.root());
        folders.add(workspace.agents());
        if (kit.durable().exists(workspace.schedules())) {
            folders.add(workspace.schedules());
        }
        for (var agent : workspace.agentFolders(kit.disk())) {
            folders.add(agent.path());
            if (kit.durable().exists(agent.sessions())) {
                folders.add(agent.sessions());
            }
        }
        return folders;
    }
}
