package dev.reeve.supervisor;

import dev.reeve.files.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which problems were told as alerts, and that they are over. What comes and goes, or is only gone because a new supervisor
 * has not met it yet, is neither over nor new before it has been quiet for a while.
 */
final class Concerns {

    private static final Duration QUIET = Duration.ofSeconds(30);

    /**
     * @param told when, by the clock for durations
     * @param gone since when it was not met any more; null while it is there
     */
    private record Open(String id, Problems.Problem problem, long told, Long gone) {}

    private final AlertLog log;
    private final Time time;
    private final Map<String, Open> open = new LinkedHashMap<>();

    Concerns(AlertLog log, Time time) {
        this.log = log;
        this.time = time;
    }

    void recall() throws IOException {
        long nanos = time.nanos();
        log.recall().forEach((key, line) -> open.put(key, open(line, nanos)));
    }

    private static Open open(ObjectNode line, long nanos) {
        Alert.Kind kind = Alert.Kind.PROBLEM;
        for (Alert.Kind each : Alert.Kind.values()) {
            kind = each.word().equals(Json.text(line, "kind")) ? each : kind;
        }
        String where = Json.text(line, "where");
        String what = Json.text(line, "what");
        return new Open(
                Json.text(line, "id"),
                new Problems.Problem(kind, where == null ? "" : where, what == null ? "" : what),
                nanos,
                nanos);
    }

    /** Tells what has begun, and what is over. */
    void look(Map<String, Problems.Problem> current) {
        long nanos = time.nanos();
        Instant now = time.now();
        current.forEach((key, problem) -> {
            Open before = open.get(key);
            if (before == null || !said(problem).equals(said(before.problem)) && quiet(before.told, nanos)) {
                String id = key + ":" + now;
                log.tellSooner(alert(id, now, key, problem, false));
                open.put(key, new Open(id, problem, nanos, null));
            } else if (before.gone != null) {
                open.put(key, new Open(before.id, before.problem, before.told, null));
            }
        });
        List<String> over = new ArrayList<>();
        open.replaceAll((key, one) ->
                current.containsKey(key) || one.gone != null ? one : new Open(one.id, one.problem, one.told, nanos));
        open.forEach((key, one) -> {
            if (one.gone != null && quiet(one.gone, nanos)) {
                log.tellSooner(alert(one.id + ":ended", now, key, one.problem, true));
                over.add(key);
            }
        });
        over.forEach(open::remove);
    }

    private static boolean quiet(long since, long nanos) {
        return nanos - since >= QUIET.toNanos();
    }

    /** As it stands in a line. */
    private static String said(Problems.Problem problem) {
        return alert("", Instant.EPOCH, null, problem, false).what();
    }

    private static Alert alert(String id, Instant at, String key, Problems.Problem problem, boolean ended) {
        return new Alert(
                id, at, problem.kind(), key, ended, problem.where(), problem.what(), problem.task(), problem.agent());
    }
}
