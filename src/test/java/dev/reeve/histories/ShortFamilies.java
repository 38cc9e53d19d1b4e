package dev.reeve.histories;

import static dev.reeve.histories.Behaviour.ANSWERS;
import static dev.reeve.histories.Behaviour.SPAWNS_AND_ENDS;
import static dev.reeve.histories.Behaviour.SPAWNS_AND_FAILS;
import static dev.reeve.histories.Behaviour.SPAWNS_AND_HANGS;
import static dev.reeve.histories.Behaviour.SPAWNS_AND_WAITS;
import static dev.reeve.histories.Behaviour.SPAWNS_AND_WAITS_FOR_ANY;
import static dev.reeve.histories.Behaviour.SPAWNS_BAD;
import static dev.reeve.histories.Behaviour.SPAWNS_DEEPLY;
import static dev.reeve.histories.Behaviour.SPAWNS_LATE;
import static dev.reeve.histories.Behaviour.SPAWNS_OPTIONAL;
import static dev.reeve.histories.Behaviour.SPAWNS_TWICE;
import static dev.reeve.histories.Behaviour.SPAWNS_TWO_OF_ONE_NAME;
import static dev.reeve.histories.Behaviour.SPAWNS_WHAT_FAILS;
import static dev.reeve.histories.Behaviour.SPAWNS_WHAT_HANGS;
import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;
import static dev.reeve.workspace.State.WAITING;

import dev.reeve.histories.PeoplesDeeds.Mv;
import dev.reeve.histories.PeoplesDeeds.Rm;
import dev.reeve.histories.PeoplesDeeds.Write;
import java.time.Duration;
import java.util.List;

/** Short histories of tasks with children. */
final class ShortFamilies {

    private ShortFamilies() {}

    static List<ShortHistory> all() {
        return List.of(
                family("spawn and wait", SPAWNS_AND_WAITS).ends("t", DONE).ends("t-a", DONE),
                family("spawn and wait, then once more", SPAWNS_TWICE).ends("t", DONE),
                family("spawn and end", SPAWNS_AND_ENDS, ANSWERS)
                        .ends("t", DONE)
                        .ends("t-r", DONE),
                family("spawn at the last moment", SPAWNS_LATE, ANSWERS)
                        .ends("t", DONE)
                        .ends("t-l", DONE),
                family("two children of one name", SPAWNS_TWO_OF_ONE_NAME).ends("t", DONE),
                family("a child fails", SPAWNS_WHAT_FAILS).ends("t", DONE).ends("t-f", FAILED),
                family("an optional child fails", SPAWNS_OPTIONAL)
                        .ends("t", DONE)
                        .ends("t-o", FAILED),
                family("a child takes longer than its parent may", SPAWNS_WHAT_HANGS)
                        .ends("t", DONE)
                        .ends("t-h", FAILED),
                family("a bad child", SPAWNS_BAD).ends("t", DONE),
                family("a parent is tried again with its child done", SPAWNS_AND_FAILS, SPAWNS_AND_WAITS)
                        .ends("t", DONE)
                        .ends("t-a", DONE),
                new ShortHistory("asked for again after one like it failed")
                        .drop("tasks", "t", "", 2, SPAWNS_AND_FAILS, SPAWNS_AND_FAILS, SPAWNS_AND_WAITS)
                        .whenAtWork("t-a", new Mv("t-a", FAILED, true))
                        .ends("t", DONE),
                new ShortHistory("a parent fails for good with its child out")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_FAILS)
                        .ends("t", FAILED),
                new ShortHistory("a failed parent is parked")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_FAILS)
                        .when("t", FAILED, new Mv("t", HELD, true))
                        .ends("t", HELD),
                new ShortHistory("a parent is killed with children at work and in the queue")
                        .settings("limits: {max_concurrent: 2}\n")
                        .agent("hello", "concurrency: 2\n")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_HANGS)
                        .ends("t", FAILED),
                family("a parent is parked while it waits for its children", SPAWNS_AND_ENDS)
                        .when("t", WAITING, new Mv("t", HELD, true))
                        .ends("t", HELD)
                        .ends("t-r", DONE),
                family("a parent is given up while it waits for its children", SPAWNS_LATE)
                        .when("t", WAITING, new Mv("t", FAILED, true))
                        .ends("t", FAILED)
                        .ends("t-l", FAILED),
                family("a parent does not wait any longer for its children", SPAWNS_LATE)
                        .when("t", WAITING, new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                family("a parent is removed while its child is at work", SPAWNS_LATE)
                        .whenAtWork("t-l", new Rm("t", 3))
                        .endsNowhere("t")
                        .ends("t-l", FAILED),
                family("a child is removed", SPAWNS_LATE, ANSWERS)
                        .whenAtWork("t-l", new Rm("t-l", 3))
                        .endsNowhere("t-l")
                        .ends("t", DONE),
                family("a child is begun again while its parent waits", SPAWNS_WHAT_FAILS, ANSWERS)
                        .when("t-f", FAILED, new Mv("t-f", QUEUE, true))
                        .ends("t", DONE)
                        .ends("t-f", FAILED),
                family("a child is begun again after its parent is over", SPAWNS_WHAT_FAILS)
                        .when("t", DONE, new Mv("t-f", QUEUE, true))
                        .ends("t", DONE)
                        .ends("t-f", FAILED),
                new ShortHistory("wait for any child, with one place")
                        .settings("limits: {max_concurrent: 1}\n")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_WAITS_FOR_ANY)
                        .ends("t", DONE)
                        .ends("t-s", DONE),
                new ShortHistory("wait for any child, while limits are not known at a start")
                        .settings("limits: {max_concurrent: 1}\n")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_WAITS_FOR_ANY)
                        .whenAtWork(
                                "t-s",
                                new Write("reeve.yaml", "colour: red\n", "breaks reeve.yaml"),
                                new Faults.Kill(false, Duration.ZERO))
                        .ends("t", DONE),
                new ShortHistory("a full disk refuses the last force of an acceptance")
                        .drop("tasks", "t", "", 0, SPAWNS_AND_WAITS)
                        .whenAtWork(
                                "t",
                                new AtStep(
                                        "rename /ws/queue/.",
                                        new AtStep("force folder /ws/queue", new Faults.FullDisk(Duration.ofNanos(1)))))
                        .ends("t", DONE)
                        .ends("t-a", DONE),
                new ShortHistory("three levels with one place")
                        .settings("limits: {max_concurrent: 1}\n")
                        .drop("tasks", "t", "", 0, SPAWNS_DEEPLY)
                        .ends("t", DONE)
                        .ends("t-n", DONE)
                        .ends("t-n-a", DONE),
                new ShortHistory("a child that is too deep")
                        .settings("limits: {max_depth: 1}\n")
                        .drop("tasks", "t", "", 0, SPAWNS_DEEPLY)
                        .ends("t", DONE)
                        .ends("t-n", DONE));
    }

    private static ShortHistory family(String name, Behaviour... behaviours) {
        return new ShortHistory(name).drop("tasks", "t", "", behaviours.length - 1, behaviours);
    }
}
