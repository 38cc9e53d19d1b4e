package dev.reeve.settings;

import dev.reeve.event.Route;
import dev.reeve.retention.Retention;
import dev.reeve.task.Budget;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The supervisor's settings: what {@code reeve.yaml} says, with the defaults filled in.
 *
 * @param zone of the dates in folders, memory and logs; ids are UTC
 * @param defaultAgent for tasks that name none; null if there is none
 * @param watch false: no events at all, scanning alone
 * @param settle how long a dropped file must rest before it is taken
 * @param scan how often everything is looked at without a hint
 * @param grace between the request to end and the kill
 * @param passEnv more variables of the supervisor's environment that reach every process
 * @param retention what is kept, and for how long
 * @param alertCommand what is given the alerts; empty if there is none
 * @param budget how much all agents together may spend
 * @param routes whose work events are, and tasks that name nobody
 */
public record Settings(
        ZoneId zone,
        String defaultAgent,
        Limits limits,
        Map<String, Group> groups,
        boolean watch,
        Duration settle,
        Duration scan,
        Duration grace,
        List<String> passEnv,
        Retention retention,
        List<String> alertCommand,
        Budget budget,
        List<Route> routes) {

    /**
     * @param reserveUrgent places kept for priority 1
     * @param spawnsPerMinute 0: unlimited
     * @param maxDepth how deep children of children go; 0: nobody has children
     * @param maxActiveChildren how many children of one task are at work at once
     * @param maxTree tasks in the tree of one root, itself among them
     * @param maxHops how many messages lead to a task, one answering the other, before a person is asked
     * @param wakesPerHour of one agent; 0: unlimited
     * @param maxResult bytes of another task's result that a prompt shows
     */
    public record Limits(
            int maxConcurrent,
            int reserveUrgent,
            int spawnsPerMinute,
            int maxDepth,
            int maxActiveChildren,
            int maxTree,
            int maxHops,
            int wakesPerHour,
            long maxResult) {}

    /** @param perHour 0: unlimited */
    public record Group(int concurrency, int perHour) {}

    public static Settings defaults() {
        return new Settings(
                ZoneId.systemDefault(),
                null,
                new Limits(3, 1, 0, 3, 5, 500, 8, 60, 8 * 1024),
                Map.of(),
                true,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                List.of(),
                Retention.USUAL,
                List.of(),
                Budget.NONE,
                List.of());
    }
}
