package dev.reeve.retention;

import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Type;
import java.time.Duration;

/**
 * {@code retention:} of reeve.yaml. What it does not name is kept.
 *
 * @param messages how long what was read of an inbox is kept
 * @param done of the tasks in {@code done/}
 * @param logs of {@code logs/audit-<date>.jsonl} and {@code logs/alerts-<month>.jsonl}, together
 * @param events of the events in {@code logs/events/}
 */
public record Retention(Duration messages, Keep done, Keep logs, Keep events) {

    public static final Retention USUAL = new Retention(Duration.ofHours(24), Keep.ALL, Keep.ALL, Keep.ALL);

    private static final Key<Duration> MESSAGES = new Key<>("messages", Durations.POSITIVE);
    private static final Key<Keep> DONE = new Key<>("done", Keep.TYPE);
    private static final Key<Keep> LOGS = new Key<>("logs", Keep.TYPE);
    private static final Key<Keep> EVENTS = new Key<>("events", Keep.TYPE);

    private static final Form FORM = Form.of(DONE, LOGS, EVENTS, MESSAGES)
            .elsewhere("logs", "log", "audit")
            .elsewhere("messages", "inbox", "inboxes")
            .instead("failed", "what has failed waits for a person, and is never removed by itself")
            .instead("held", "what is held waits for a person, and is never removed by itself")
            .instead("rejected", "what was rejected waits for a person, and is never removed by itself");

    public static final Key<Retention> KEY = new Key<>("retention", type());

    private static Type<Retention> type() {
        return value -> {
            Fields fields = FORM.read(value);
            return fields == null
                    ? null
                    : new Retention(
                            fields.read(MESSAGES, USUAL.messages),
                            fields.read(DONE, USUAL.done),
                            fields.read(LOGS, USUAL.logs),
                            fields.read(EVENTS, USUAL.events));
        };
    }

    /** True if nothing goes by itself but messages that were read. */
    public boolean isAll() {
        return done.isAll() && logs.isAll() && events.isAll();
    }
}
