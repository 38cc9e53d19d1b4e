package dev.reeve.histories;

import static dev.reeve.histories.Behaviour.ANSWERS;
import static dev.reeve.histories.Behaviour.DELIVERS;
import static dev.reeve.histories.Behaviour.QUICK;
import static dev.reeve.histories.Check.ACCEPTS;
import static dev.reeve.histories.Check.FAILS;
import static dev.reeve.histories.Check.HANGS;
import static dev.reeve.histories.Check.REFUSES;
import static dev.reeve.histories.Check.SAYS_NOTHING;
import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;
import static dev.reeve.workspace.State.WAITING;

import dev.reeve.histories.PeoplesDeeds.Mv;
import dev.reeve.histories.PeoplesDeeds.Rm;
import java.util.List;

/** What can happen to a task whose answers are checked before they count. */
final class ShortChecks {

    private static final String COMMAND = "verify: make test";
    private static final String REVIEW = "verify: {agent: reviewer}";

    private ShortChecks() {}

    static List<ShortHistory> all() {
        return List.of(
                new ShortHistory("a check accepts at once")
                        .checked("t", COMMAND, List.of(ACCEPTS), DELIVERS)
                        .ends("t", DONE),
                new ShortHistory("a check sends back once")
                        .checked("t", COMMAND, List.of(REFUSES, ACCEPTS), DELIVERS)
                        .ends("t", DONE),
                new ShortHistory("a check never accepts")
                        .checked("t", COMMAND + "; max_rounds: 2", List.of(REFUSES, FAILS), DELIVERS)
                        .ends("t", FAILED),
                new ShortHistory("a check takes too long")
                        .checked("t", COMMAND, List.of(HANGS, ACCEPTS), QUICK)
                        .ends("t", DONE),
                new ShortHistory("parked while it is checked")
                        .checked("t", COMMAND, List.of(ACCEPTS), DELIVERS)
                        .when("t", QUEUE, new Mv("t", HELD, true))
                        .after(8000)
                        .when("t", HELD, new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                reviewed("a review accepts")
                        .checked("t", REVIEW, List.of(ACCEPTS), DELIVERS)
                        .ends("t", DONE),
                reviewed("a review sends back once")
                        .checked("t", REVIEW, List.of(REFUSES, ACCEPTS), ANSWERS)
                        .ends("t", DONE),
                reviewed("a review never accepts")
                        .checked("t", REVIEW + "; max_rounds: 1", List.of(REFUSES), DELIVERS)
                        .ends("t", FAILED),
                reviewed("a review fails for good")
                        .checked("t", REVIEW, List.of(FAILS), DELIVERS)
                        .ends("t", HELD),
                reviewed("a review says nothing, and a person lets it through")
                        .checked("t", REVIEW, List.of(SAYS_NOTHING), DELIVERS)
                        .when("t", HELD, new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                reviewed("given up while it is reviewed")
                        .checked("t", REVIEW, List.of(HANGS), DELIVERS)
                        .when("t", WAITING, new Mv("t", FAILED, true))
                        .ends("t", FAILED),
                reviewed("let through while it is reviewed")
                        .checked("t", REVIEW, List.of(HANGS), DELIVERS)
                        .when("t", WAITING, new Mv("t", QUEUE, true))
                        .ends("t", DONE),
                reviewed("removed while it is reviewed")
                        .checked("t", REVIEW, List.of(HANGS), DELIVERS)
                        .when("t", WAITING, new Rm("t", 1))
                        .endsNowhere("t"));
    }

    private static ShortHistory reviewed(String name) {
        return new ShortHistory(name).agent("reviewer", "retries: 0\n");
    }
}
