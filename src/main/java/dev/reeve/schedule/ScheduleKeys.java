package dev.reeve.schedule;

import dev.reeve.task.TaskFile;
import dev.reeve.text.Durations;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Quoted;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Value;
import dev.reeve.text.When;
import dev.reeve.text.Words;
import dev.reeve.text.Zones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of a schedule, which stand among those of its task. */
final class ScheduleKeys {

    /** Longer than any minute's worth of them, and short enough to be gone through. */
    private static final Duration MOST_JITTER = Duration.ofDays(1);

    static final Key<String> CRON = new Key<>("cron", ScheduleKeys::cron);
    static final Key<Duration> EVERY = new Key<>("every", every());
    static final Key<ZoneId> ZONE = new Key<>("zone", Zones.TYPE);
    static final Key<Duration> JITTER = new Key<>("jitter", jitter());
    static final Key<Schedule.Missed> MISSED = new Key<>("missed", Words.of(Schedule.Missed.class));
    static final Key<Duration> WINDOW = new Key<>("window", Durations.POSITIVE);
    static final Key<Schedule.Overlap> OVERLAP = new Key<>("overlap", Words.of(Schedule.Overlap.class));
    static final Key<Boolean> ENABLED = new Key<>("enabled", Words.TRUE_OR_FALSE);
    static final Key<When> UNTIL = new Key<>("until", When.TYPE);
    static final Key<String> EVENT = new Key<>("event", ScheduleKeys::eventType);
    static final Key<String> COMMAND = new Key<>("command", Texts.line(10_000));

    private static final Key<?>[] OWN = {
        CRON, EVERY, ZONE, JITTER, MISSED, WINDOW, OVERLAP, ENABLED, UNTIL, EVENT, COMMAND
    };

    static final Set<String> NAMES = Stream.of(OWN).map(Key::name).collect(Collectors.toUnmodifiableSet());

    static final Form FORM = TaskFile.frontMatterWith(OWN)
            .elsewhere("cron", "cronExpr", "schedule", "expr", "expression", "crontab")
            .elsewhere("every", "interval", "everyMs", "period")
            .elsewhere("zone", "timezone", "tz")
            .elsewhere("jitter", "stagger", "staggerMs", "randomDelay")
            .elsewhere("missed", "catchUp", "misfire", "persistent")
            .elsewhere("window", "grace", "startingDeadline", "startingDeadlineSeconds")
            .elsewhere("overlap", "concurrencyPolicy", "concurrency")
            .elsewhere("until", "end", "endAt", "expires")
            .elsewhere("event", "systemEvent", "emit")
            .instead("disabled", "write `enabled: false`");

    private ScheduleKeys() {}

    private static String cron(Value value) {
        String line = Texts.line(200).read(value);
        if (line == null) {
            return null;
        }
        try {
            CronLine.of(line);
            return line;
        } catch (IllegalArgumentException e) {
            return value.wrong(
                    Quoted.of(line) + " is no cron line: " + reason(e),
                    "expected minute, hour, day, month and weekday, as in `0 9 * * 1-5`");
        }
    }

    /** What it complains of, without the words that it puts before it. */
    private static String reason(IllegalArgumentException e) {
        String words = e.getMessage() == null ? "it can't be understood" : e.getMessage();
        return Quoted.harmless(
                words.replaceFirst("^Failed to parse cron expression\\. ", "").replaceFirst("\\.$", ""));
    }

    private static Type<Duration> every() {
        return Durations.atLeast(Duration.ofSeconds(1));
    }

    private static Type<Duration> jitter() {
        return value -> {
            Duration jitter = Durations.ANY.read(value);
            return jitter == null || jitter.compareTo(MOST_JITTER) <= 0
                    ? jitter
                    : value.wrong("too long", "expected at most " + Durations.written(MOST_JITTER));
        };
    }

    private static String eventType(Value value) {
        String type = value.scalar("the type of an event");
        return type == null || type.matches("[A-Za-z][A-Za-z_]{0,63}")
                ? type
                : value.wrong(
                        Quoted.of(type) + " is no type of an event", "expected letters and `_`, as in `data_ready`");
    }
}
