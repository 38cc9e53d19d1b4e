package dev.reeve.histories;

import static dev.reeve.histories.Behaviour.ANSWERS;
import static dev.reeve.histories.Behaviour.ANSWERS_TOO_LATE;
import static dev.reeve.histories.Behaviour.DELIVERS;
import static dev.reeve.histories.Behaviour.FAILS;
import static dev.reeve.histories.Behaviour.FAILS_WITH_A_RESULT;
import static dev.reeve.histories.Behaviour.HALTS_AGAIN;
import static dev.reeve.histories.Behaviour.HANGS;
import static dev.reeve.histories.Behaviour.HEEDS_NOTHING;
import static dev.reeve.histories.Behaviour.LEAVES_CHILDREN;
import static dev.reeve.histories.Behaviour.LEAVES_GUARDS;
import static dev.reeve.histories.Behaviour.PRINTS;
import static dev.reeve.histories.Behaviour.QUICK;
import static dev.reeve.histories.Behaviour.SLOW;
import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;
import static dev.reeve.workspace.State.RUNNING;
import static dev.reeve.workspace.State.WAITING;

import dev.reeve.histories.PeoplesDeeds.Edit;
import dev.reeve.histories.PeoplesDeeds.Mv;
import dev.reeve.histories.PeoplesDeeds.Rm;
import dev.reeve.histories.PeoplesDeeds.Write;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One for each thing that can happen to a task: short enough to crash at every single step of it. */
final class ShortHistories {

    private static final Deed STOP = new Write("STOP", "", "makes STOP");
    private static final Deed STOP_NOW = new Write("STOP", "now\n", "makes STOP, now");
    private static final Deed GO_ON = new Write("STOP", null, "removes STOP");
    /** Until after the first start, and no longer than leaves time enough for its program. */
    private static final Deed LONG_STARVED = new Faults.Starved(Duration.ofSeconds(8));

    private static final String BROKEN = "command: [/bin/sh, run.sh]\ntimeout: soon\n";

    private ShortHistories() {}

    static ShortHistory named(String name) {
        return all().stream()
                .filter(history -> history.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no short history is called " + name));
    }

    static List<ShortHistory> all() {
        return Stream.of(ofTasks(), ofTeams(), ShortSpending.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that take many steps: of teams, and those that wait for hours. */
    static List<ShortHistory> longOnes() {
        return Stream.concat(ofTeams().stream(), all().stream().filter(history -> history.waitsForHours()))
                .toList();
    }

    /** Those in which tasks have to do with each other, with messages, or with whoever checks their answers. */
    static List<ShortHistory> ofTeams() {
        return Stream.of(ShortFamilies.all(), ShortMails.all(), ShortChecks.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ShortHistory> ofTasks() {
        return List.of(
                new ShortHistory("accept a file")
                        .drop("tasks", "t", "", 0, QUICK)
                        .ends("t", DONE),
                new ShortHistory("a shim that comes to be when nobody expects it")
                        .then(LONG_STARVED)
                        .then(new AtStep("spawn", new Faults.Kill(true, Duration.ZERO)))
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("a shim that is taken over before its first step")
                        .then(LONG_STARVED)
                        .then(new AtStep("spawn", new AtStep("", new Faults.Kill(false, Duration.ZERO))))
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("park what has not begun")
                        .then(LONG_STARVED)
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .when("t", RUNNING, new Mv("t", HELD, true))
                        .ends("t", HELD),
                new ShortHistory("accept a folder").drop("tasks", "t", "", 0, Drop.How.FOLDER, ANSWERS),
                new ShortHistory("accept two at once")
                        .drop("tasks", "a", "", 0, ANSWERS)
                        .drop("agents/hello/tasks", "b", "", 0, PRINTS),
                new ShortHistory("reject").drop("tasks", "t", "colour: red", 0, QUICK),
                new ShortHistory("reject a folder").drop("tasks", "t", "colour: red", 0, Drop.How.FOLDER, QUICK),
                new ShortHistory("accept what nobody forced")
                        .synced(Drop.Synced.NOTHING)
                        .drop("tasks", "t", "", 0, QUICK),
                new ShortHistory("accept a folder that nobody forced")
                        .synced(Drop.Synced.NOTHING)
                        .drop("tasks", "t", "", 0, Drop.How.FOLDER, QUICK),
                new ShortHistory("reject what nobody forced")
                        .synced(Drop.Synced.NOTHING)
                        .drop("tasks", "t", Work.BAD, 0, QUICK),
                new ShortHistory("reject a folder that nobody forced")
                        .synced(Drop.Synced.NOTHING)
                        .drop("tasks", "t", Work.BAD, 0, Drop.How.FOLDER, QUICK),
                new ShortHistory("two with one key")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "idempotency_key: k", 0, ANSWERS)
                        .drop("tasks", "b", "idempotency_key: k", 0, ANSWERS)
                        .after(5000)
                        .drop("tasks", "c", "idempotency_key: k", 0, ANSWERS)
                        .ends("c", DONE),
                new ShortHistory("again what another had answered")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "idempotency_key: k", 0, ANSWERS)
                        .after(8000)
                        .drop("tasks", "b", "idempotency_key: k; after: [nobody]", 0, ANSWERS)
                        .when("b", DONE, new Mv("b", QUEUE, true)),
                new ShortHistory("finish with deliverables").drop("tasks", "t", "", 0, DELIVERS),
                new ShortHistory("finish, with children left behind").drop("tasks", "t", "", 0, LEAVES_CHILDREN),
                new ShortHistory("retry")
                        .drop("tasks", "t", "", 2, FAILS_WITH_A_RESULT, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("fail for good")
                        .drop("tasks", "t", "", 0, FAILS)
                        .ends("t", FAILED),
                new ShortHistory("kill what takes too long")
                        .drop("tasks", "t", "", 0, HEEDS_NOTHING)
                        .ends("t", FAILED),
                new ShortHistory("kill what is silent")
                        .drop("tasks", "t", "idle_timeout: 2s", 0, HANGS)
                        .ends("t", FAILED),
                new ShortHistory("give up at the deadline")
                        .drop("tasks", "t", "deadline: 3s", 3, HANGS)
                        .ends("t", FAILED),
                new ShortHistory("wait for a time")
                        .drop("tasks", "t", "not_before: 4s", 0, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("wait for another")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "", 0, DELIVERS)
                        .drop("tasks", "b", "after: [a]", 0, ANSWERS)
                        .ends("b", DONE),
                new ShortHistory("wait for what was rejected, and may be dropped again")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "b", "after: [a]", 0, ANSWERS)
                        .after(3000)
                        .drop("tasks", "a", Work.BAD, 0, Drop.How.FOLDER, QUICK)
                        .ends("b", WAITING),
                new ShortHistory("give up after another failed")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "", 0, FAILS)
                        .drop("tasks", "b", "after: [a]", 0, ANSWERS)
                        .ends("b", FAILED),
                new ShortHistory("wait for another that ends in the same moment")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "b", "idempotency_key: k; after: [a]", 0, ANSWERS)
                        .drop("agents/hello/tasks", "a", "idempotency_key: k; priority: 1", 0, ANSWERS)
                        .ends("b", DONE),
                new ShortHistory("give up what was told why it is queued")
                        .drop("tasks", "a", "priority: 1", 0, SLOW)
                        .drop("tasks", "b", "deadline: 6s", 0, ANSWERS),
                new ShortHistory("wait for another that is removed")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "", 0, HANGS)
                        .drop("tasks", "b", "after: [a]", 0, ANSWERS)
                        .whenAtWork("a", new Rm("a", 3), new Faults.Kill(false, Duration.ZERO))
                        .endsNowhere("a"),
                new ShortHistory("park and release")
                        .then(STOP)
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .when("t", QUEUE, new Mv("t", HELD, true))
                        .after(3000)
                        .when("t", HELD, new Mv("t", QUEUE, true), GO_ON)
                        .ends("t", DONE),
                new ShortHistory("park what runs")
                        .drop("tasks", "t", "", 0, HEEDS_NOTHING)
                        .whenAtWork("t", new Mv("t", HELD, true))
                        .ends("t", HELD),
                new ShortHistory("give up what is being parked")
                        .drop("tasks", "t", "", 0, HEEDS_NOTHING)
                        .whenAtWork("t", new Mv("t", HELD, true))
                        .after(10_000)
                        .then(new Mv("t", FAILED, false)),
                new ShortHistory("moved while it is told what it waited for")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "a", "", 0, ANSWERS)
                        .drop("tasks", "b", "after: [a]", 0, ANSWERS)
                        .then(new AtStep(
                                "rename /ws/waiting", new AtStep("force file /ws/waiting", new Mv("b", HELD, true)))),
                new ShortHistory("take back what runs")
                        .drop("tasks", "t", "", 0, SLOW, ANSWERS)
                        .whenAtWork("t", new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                new ShortHistory("give up what waits")
                        .drop("tasks", "t", "not_before: 1h", 0, ANSWERS)
                        .when("t", WAITING, new Mv("t", FAILED, true))
                        .ends("t", FAILED),
                new ShortHistory("wait no longer")
                        .drop("tasks", "t", "not_before: 1h", 0, ANSWERS)
                        .when("t", WAITING, new Mv("t", QUEUE, false))
                        .ends("t", DONE),
                new ShortHistory("again, with other words")
                        .drop("tasks", "t", "", 0, FAILS, ANSWERS)
                        .when("t", FAILED, new Edit("t"), new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                new ShortHistory("again what was done")
                        .drop("tasks", "t", "", 0, DELIVERS, FAILS)
                        .when("t", DONE, new Mv("t", QUEUE, true))
                        .ends("t", FAILED),
                new ShortHistory("from done to failed")
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .when("t", DONE, new Mv("t", FAILED, true))
                        .ends("t", HELD),
                new ShortHistory("cancel what is queued")
                        .then(STOP)
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .when("t", QUEUE, new Rm("t", 1), GO_ON)
                        .endsNowhere("t"),
                new ShortHistory("cancel what runs")
                        .drop("tasks", "t", "", 0, HEEDS_NOTHING)
                        .whenAtWork("t", new Rm("t", 1))
                        .endsNowhere("t"),
                new ShortHistory("a breaker opens, and one try closes it")
                        .agent("flaky", "breaker: {failures: 1, window: 1, cooldown: 10s}\n")
                        .drop("agents/flaky/tasks", "a", "", 0, FAILS)
                        .drop("agents/flaky/tasks", "b", "", 0, ANSWERS)
                        .ends("b", DONE),
                new ShortHistory("another agent takes over")
                        .agent("slow", "fallback: hello\n")
                        .drop("agents/slow/tasks", "t", "fallback: hello", 0, HANGS, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("a group with a rate")
                        .waitingForHours()
                        .settings("scan: 30s\ngroups: {hourly: {concurrency: 2, per_hour: 1}}\n")
                        .drop("tasks", "a", "group: hourly", 0, ANSWERS)
                        .drop("tasks", "b", "group: hourly", 0, ANSWERS)
                        .ends("b", DONE),
                new ShortHistory("reload while it runs")
                        .drop("tasks", "t", "", 1, SLOW)
                        .after(1500)
                        .then(new Write("agents/hello/agent.yaml", BROKEN, "breaks agent hello"))
                        .then(new Write("reeve.yaml", "colour: red\n", "breaks reeve.yaml"))
                        .ends("t", DONE),
                new ShortHistory("limits that are not known at a start")
                        .settings("limits: {max_concurrent: 1, reserve_urgent: 0}\n")
                        .drop("tasks", "a", "memory: false", 0, SLOW)
                        .after(1000)
                        .drop("tasks", "b", "memory: false", 0, SLOW)
                        .then(new Write("reeve.yaml", "colour: red\n", "breaks reeve.yaml"))
                        .then(new Faults.Kill(false, Duration.ZERO)),
                new ShortHistory("shut down and come back")
                        .drop("tasks", "t", "", 0, SLOW)
                        .after(2000)
                        .then(new Faults.Ends(false, Duration.ofSeconds(2))),
                new ShortHistory("shut down for longer than a timeout")
                        .drop("tasks", "t", "", 0, LEAVES_CHILDREN)
                        .after(206)
                        .then(new Faults.Ends(false, Duration.ofSeconds(15))),
                new ShortHistory("drain")
                        .drop("tasks", "t", "", 0, HEEDS_NOTHING, ANSWERS)
                        .after(2000)
                        .then(new Faults.Ends(true, Duration.ofSeconds(2))),
                new ShortHistory("stop now, and go on")
                        .drop("tasks", "t", "", 0, HANGS, ANSWERS)
                        .whenAtWork("t", STOP_NOW)
                        .after(60_000)
                        .then(GO_ON),
                new ShortHistory("taken back while it is stopped")
                        .agent("pair", "concurrency: 2\n")
                        .drop("agents/pair/tasks", "t", "", 2, ANSWERS_TOO_LATE, ANSWERS)
                        .after(10_250)
                        .then(new Mv("t", QUEUE, true)),
                new ShortHistory("accept a folder, all of which lasts")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "t", "", 0, Drop.How.FOLDER, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("accept a folder with nothing but words in it")
                        .synced(Drop.Synced.ALL)
                        .drop("tasks", "t", "", 0, Drop.How.BARE_FOLDER, ANSWERS)
                        .ends("t", DONE),
                new ShortHistory("children that start each other anew")
                        .drop("tasks", "t", "", 0, LEAVES_GUARDS)
                        .ends("t", DONE),
                new ShortHistory("ask what halts itself again and again")
                        .drop("tasks", "t", "", 0, HALTS_AGAIN)
                        .ends("t", FAILED));
    }
}
