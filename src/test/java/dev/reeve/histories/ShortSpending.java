package dev.reeve.histories;

import static dev.reeve.histories.Behaviour.SPENDS;
import static dev.reeve.histories.Behaviour.SPENDS_AND_FAILS;
import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;

import java.util.List;

/** What can happen to tasks whose programs tell what they take of their models. Each run takes {@link Accounts#RUN}. */
final class ShortSpending {

    /** It allows one run a day. */
    private static final String ONCE_A_DAY = "budget: {usd_per_day: 0.05}\n";

    private ShortSpending() {}

    /** @param content of a file; null for a folder */
    static boolean isOnceADay(String content) {
        return content != null && content.contains(ONCE_A_DAY);
    }

    static List<ShortHistory> all() {
        return List.of(
                new ShortHistory("spends").drop("tasks", "t", "", 0, SPENDS).ends("t", DONE),
                new ShortHistory("spends twice")
                        .drop("tasks", "t", "", 1, SPENDS_AND_FAILS, SPENDS)
                        .ends("t", DONE),
                new ShortHistory("uses up its budget")
                        .drop("tasks", "t", "budget: {usd_per_task: 0.05}", 5, SPENDS_AND_FAILS)
                        .ends("t", FAILED),
                new ShortHistory("waits for another day")
                        .waitingForHours()
                        // it begins at noon in Greenwich, five minutes before midnight here; days are long
                        .settings("zone: '+11:55'\nscan: 40s\n" + ONCE_A_DAY)
                        .drop("tasks", "t", "", 0, SPENDS)
                        .ends("t", DONE)
                        .after(100_000)
                        .drop("tasks", "u", "priority: 2", 0, SPENDS)
                        .ends("u", DONE));
    }
}
