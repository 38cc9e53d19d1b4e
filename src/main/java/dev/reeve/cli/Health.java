package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a supervisor does its work, from the few files that it publishes: no folder of tasks is listed, so that a monitor
 * may ask often.
 */
final class Health {

    /**
     * The loop takes a turn at least once a minute, and writes its numbers in the first one that finds them a minute old. More
     * than that, a slow disk or a machine that is busy is no reason for an alarm.
     */
    private static final Duration SILENT = Duration.ofMinutes(3);

    /** Nothing of Reeve's can be written in less. */
    private static final long NO_ROOM = 1 << 20;

    private static final int LIMIT = 16 << 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final List<String> lines = new ArrayList<>();
    private boolean still;
    private boolean broken;

    Health(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    /** Prints what it finds. @return the exit code */
    int look() throws IOException {
        room();
        SupervisorFile supervisor = LivingSupervisor.of(invocation.durable(), workspace);
        if (supervisor == null) {
            bad("no supervisor is at work here. Start it: reeve up");
        } else {
            signOfLife(supervisor);
        }
        ObjectNode status = status(supervisor);
        if (status != null) {
            problems(status);
            counts(status);
        }
        invocation.say(still || broken ? "unhealthy" : "healthy");
        lines.forEach(invocation::say);
        return still ? Exit.FAILED : broken ? Exit.USAGE : Exit.DONE;
    }

    private void room() throws IOException {
        if (store(workspace.root()) < NO_ROOM) {
            bad("the disk is full: less than 1 MB is left for " + workspace.root());
        }
    }

    private static long store(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private void signOfLife(SupervisorFile supervisor) throws IOException {
        Stat numbers = invocation.disk().stat(workspace.metrics());
        Instant started = supervisor.startedAt() == null ? Instant.EPOCH : supervisor.startedAt();
        Instant last = numbers == null || numbers.modified().isBefore(started) ? started : numbers.modified();
        Duration silence = Duration.between(last, invocation.now());
        String who = "the supervisor with pid " + supervisor.pid();
        if (silence.compareTo(SILENT) > 0) {
            bad(who + " lives, and gave no sign of life for " + silence.toSeconds() + " s (metrics.prom)");
        } else {
            lines.add("ok: " + who + " is at work, since " + supervisor.startedAt() + "; its last sign of life was "
                    + Math.max(0, silence.toSeconds()) + " s ago");
        }
    }

    private void bad(String what) {
        lines.add("bad: " + what);
        still = true;
    }

    /** What the one that lives has published. @return null if it has not yet */
    private ObjectNode status(SupervisorFile supervisor) throws IOException {
        byte[] content = supervisor == null ? null : invocation.durable().readIfThere(workspace.statusJson(), LIMIT);
        ObjectNode status = content == null ? null : Json.parseObject(content);
        boolean its = status != null
                && status.get("supervisor") instanceof ObjectNode by
                && Long.valueOf(supervisor.pid()).equals(Json.whole(by, "pid"));
        return its ? status : null;
    }

    private void problems(ObjectNode status) {
        if (!(status.get("problems") instanceof ArrayNode problems)) {
            return;
        }
        for (JsonNode problem : problems) {
            String what = Json.text(problem, "where") + ": " + Json.text(problem, "what");
            String kind = String.valueOf(Json.text(problem, "kind"));
            switch (kind) {
                case "disk" -> bad(what);
                case "configuration" -> {
                    lines.add("bad: " + what);
                    broken = true;
                }
                default -> lines.add("note: " + what);
            }
        }
    }

    private void counts(ObjectNode status) {
        if (status.hasNonNull("stop")) {
            lines.add("note: a file STOP keeps anything new from starting");
        }
        if ("scanning".equals(Json.text(status, "watch"))) {
            lines.add("note: there are no file events; folders are found by scanning");
        }
        count(status, "failed_count", "in failed/");
        count(status, "held_count", "in held/, for a person");
    }

    private void count(ObjectNode status, String key, String where) {
        Long count = Json.whole(status, key);
        if (count != null && count > 0) {
            lines.add("note: " + Phrases.count(count, "task") + " " + where);
        }
    }
}
