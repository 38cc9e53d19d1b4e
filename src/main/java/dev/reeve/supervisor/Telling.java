package dev.reeve.supervisor;

import dev.reeve.program.Heard;
import dev.reeve.program.Listening;
import dev.reeve.program.Preset;
import dev.reeve.program.Told;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What attempts tell of themselves by what they print. Each is listened to from where it was left the last time, so that
 * it can be asked often.
 */
final class Telling {

    private final Kit kit;
    private final Map<String, Listening> listening = new HashMap<>();
    private final Map<String, Heard> heard = new HashMap<>();

    Telling(Kit kit) {
        this.kit = kit;
    }

    /** What an attempt at work has told so far. */
    Told now(String task, AttemptFolder attempt, Strand strand) throws IOException {
        Listening ear = ear(task, attempt, strand);
        return ear == null ? Told.NOTHING : ear.now(attempt, before(strand)).told();
    }

    /** Hears the rest of an attempt of which nothing lives any more, while its output is whole. */
    void hear(Live live) throws IOException {
        if (live.strand != null) {
            AttemptFolder attempt = live.where.task(kit.workspace(), live.id).attempt(live.number);
            heard.put(key(live.id, live.number), all(live.id, attempt, live.strand));
        }
    }

    /** All that an attempt has told of which nothing lives any more. */
    Heard all(TaskRecord record, AttemptFolder attempt) throws IOException {
        Strand strand = record.strandOf(attempt.number());
        Heard before = heard.get(key(record.id(), attempt.number()));
        Heard all = before == null ? all(record.id(), attempt, strand) : before;
        forget(record.id(), attempt.number());
        return all;
    }

    private Heard all(String task, AttemptFolder attempt, Strand strand) throws IOException {
        Listening ear = strand == null ? null : ear(task, attempt, strand);
        listening.remove(key(task, attempt.number()));
        return ear == null ? Heard.NOTHING : ear.all(attempt, before(strand));
    }

    void forget(String task, int attempt) {
        listening.remove(key(task, attempt));
        heard.remove(key(task, attempt));
    }

    /** Listened to from the beginning if nobody has yet. @return null if its preset is gone, so that nobody understands it */
    private Listening ear(String task, AttemptFolder attempt, Strand strand) {
        Preset preset = kit.team().get().preset(strand.runtime());
        return preset == null
                ? null
                : listening.computeIfAbsent(key(task, attempt.number()), key -> new Listening(kit.disk(), preset));
    }

    private static Usage before(Strand strand) {
        return strand.conversation() == null ? null : strand.total();
    }

    private static String key(String task, int attempt) {
        return task + ":" + attempt;
    }
}
