package dev.reeve.cli.tree;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.task.AttemptRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to a task between its acceptance and its end: its attempts, and from its log what came between them.
 *
 * @param acceptedAt null if nobody knows
 * @param endedAt null if it has not ended, or nobody knows
 */
record Timeline(Instant acceptedAt, Instant endedAt, List<Moment> moments) {

    private static final int LIMIT = 256 << 10;

    /** Starts and their ends are told by the attempts, the task's own beginning and end by its two times. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("accept", "start", "finish", "fail");

    /**
     * @param attempt null of what came between attempts
     * @param action as the audit log has it; null of an attempt
     * @param reason null if there is none
     */
    record Moment(Instant at, AttemptRecord attempt, String action, String reason) {}

    static Timeline of(Disk disk, Member member) throws IOException {
        List<Moment> moments = new ArrayList<>();
        Instant last = null;
        if (member.record() != null) {
            for (AttemptRecord attempt : member.record().attempts()) {
                moments.add(new Moment(attempt.startedAt(), attempt, null, attempt.reason()));
                last = attempt.endedAt() == null ? last : attempt.endedAt();
            }
        }
        if (member.sighting() != null) {
            // a step that was taken up again after a crash is told again, with its id
            Set<String> ids = new HashSet<>();
            for (ObjectNode line :
                    JsonLines.tail(disk, member.sighting().folder().log(), LIMIT)) {
                Instant at = Json.instant(line, "timestamp");
                String action = Json.text(line, "action");
                if (at == null || action == null || !ids.add(Json.text(line, "id"))) {
                    continue;
                }
                last = at;
                if (!TOLD_ELSEWHERE.contains(action)) {
                    moments.add(new Moment(at, null, action, Json.text(line, "reason")));
                }
            }
        }
        moments.sort(Comparator.comparing(Moment::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Timeline(
                member.record() == null ? null : member.record().acceptedAt(),
                member.ended() ? last : null,
                List.copyOf(moments));
    }
}
