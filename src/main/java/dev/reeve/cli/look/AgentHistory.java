package dev.reeve.cli.look;

import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Stat;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an agent has done lately, by its history.jsonl. What counts for its breaker counts here: an attempt that was stopped
 * by a person, or lost with the machine, says nothing about the agent.
 *
 * @param whole false if the file has more than was read: then today may have more than is counted
 */
record AgentHistory(List<ObjectNode> attempts, boolean whole) {

    private static final int TAIL = 256 << 10;
    private static final int SHOWN = 10;
    private static final int FAILURES = 5;

    static AgentHistory read(Disk disk, AgentFolder agent) throws IOException {
        // an end that was taken up again after a crash is told again, with its id
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (ObjectNode line : JsonLines.tail(disk, agent.history(), TAIL)) {
            byId.putIfAbsent(Phrases.or(Json.text(line, "id"), ""), line);
        }
        Stat stat = disk.stat(agent.history());
        return new AgentHistory(List.copyOf(byId.values()), stat == null || stat.size() <= TAIL);
    }

    List<ObjectNode> last() {
        return attempts.subList(Math.max(0, attempts.size() - SHOWN), attempts.size());
    }

    List<ObjectNode> failures() {
        List<ObjectNode> failures = attempts.stream()
                .filter(line -> outcome(line) != null && outcome(line).counts())
                .toList();
        return failures.subList(Math.max(0, failures.size() - FAILURES), failures.size());
    }

    long today(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return attempts.stream()
                .map(line -> Json.instant(line, "timestamp"))
                .filter(at -> at != null && LocalDate.ofInstant(at, zone).equals(today))
                .count();
    }

    long counted() {
        return attempts.stream()
                .filter(line -> outcome(line) == Outcome.OK
                        || outcome(line) != null && outcome(line).counts())
                .count();
    }

    long ok() {
        return attempts.stream().filter(line -> outcome(line) == Outcome.OK).count();
    }

    /** Of its successes: how soon a failure fails says nothing about how long the work takes. Null if there is none. */
    Duration median() {
        List<Double> seconds = new ArrayList<>();
        for (ObjectNode line : attempts) {
            Double one = Json.number(line, "seconds");
            if (outcome(line) == Outcome.OK && one != null) {
                seconds.add(one);
            }
        }
        seconds.sort(null);
        return seconds.isEmpty() ? null : Duration.ofMillis(Math.round(middle(seconds) * 1000));
    }

    private static double middle(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static Outcome outcome(ObjectNode line) {
        String word = Json.text(line, "outcome");
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(word)) {
                return outcome;
            }
        }
        return null;
    }
}
