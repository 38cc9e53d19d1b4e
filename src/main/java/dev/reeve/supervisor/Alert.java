package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.text.Quoted;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that wants a person's eye: a line of {@code logs/alerts.jsonl}.
 *
 * @param id made of what it tells, so that a second copy after a crash is known as one
 * @param key which trouble it is, of one that lasts and will be over; null of something that happened
 * @param ended true: the trouble is over
 * @param where a file or folder of the workspace, an agent or a task
 * @param task null if it is about none
 * @param agent null if it is about none
 */
record Alert(
        String id,
        Instant timestamp,
        Kind kind,
        String key,
        boolean ended,
        String where,
        String what,
        String task,
        String agent) {

    /** A reason may carry what a program printed. */
    private static final int LONGEST = 2000;

    enum Severity {
        WARNING,
        ERROR
    }

    /** What it is about, for those who sort alerts. */
    enum Kind {
        /** A task was given up. */
        DEAD_LETTER(Severity.ERROR),
        BREAKER(Severity.WARNING),
        /** It comes to its end. */
        BUDGET_LOW("budget", Severity.WARNING),
        BUDGET(Severity.ERROR),
        /** An attempt that is silent, or can't be stopped. */
        STUCK(Severity.WARNING),
        CONFIGURATION(Severity.ERROR),
        DISK(Severity.ERROR),
        SCHEDULE(Severity.WARNING),
        /** A person has to say how a task goes on. */
        HELD(Severity.WARNING),
        /** The command that is given the alerts: it is not given this one. */
        ALERT_COMMAND(Severity.WARNING),
        PROBLEM(Severity.WARNING);

        private final String word;
        private final Severity severity;

        Kind(Severity severity) {
            this.word = name().toLowerCase(Locale.ROOT);
            this.severity = severity;
        }

        Kind(String word, Severity severity) {
            this.word = word;
            this.severity = severity;
        }

        String word() {
            return word;
        }

        Severity severity() {
            return severity;
        }
    }

    Alert {
        // names of files are in them, and a disk takes any name
        where = Quoted.harmless(where);
        what = Quoted.harmless(what.length() > LONGEST ? what.substring(0, LONGEST) + " …" : what);
    }

    ObjectNode json() {
        ObjectNode line = Json.object();
        line.put("id", id);
        line.put("timestamp", timestamp.toString());
        line.put("kind", kind.word());
        line.put("severity", kind.severity().name().toLowerCase(Locale.ROOT));
        line.put("where", where);
        line.put("what", what);
        Json.put(line, "task", task);
        Json.put(line, "agent", agent);
        Json.put(line, "key", key);
        if (ended) {
            line.put("ended", true);
        }
        return line;
    }
}
