package dev.reeve.settings;

import dev.reeve.event.Route;
import dev.reeve.event.RouteKeys;
import dev.reeve.retention.Retention;
import dev.reeve.task.Budget;
import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Names;
import dev.reeve.text.Numbers;
import dev.reeve.text.Report;
import dev.reeve.text.Sizes;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Words;
import dev.reeve.text.Zones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The keys of reeve.yaml, and what stands for those that are not written. */
final class SettingsKeys {

    private static final Key<ZoneId> ZONE = new Key<>("zone", Zones.TYPE);
    private static final Key<String> DEFAULT_AGENT = new Key<>("default_agent", Names.NAME_OF_ONE);
    private static final Key<Boolean> WATCH = new Key<>("watch", Words.of(Map.of("auto", true, "off", false)));
    private static final Key<Duration> SETTLE = new Key<>("settle", Durations.ANY);
    private static final Key<Duration> SCAN = new Key<>("scan", Durations.atLeast(Duration.ofMillis(100)));
    private static final Key<Duration> GRACE = new Key<>("grace", Durations.ANY);
    private static final Key<List<String>> PASS_ENV = new Key<>("pass_env", Lists.of(Names.VARIABLE_NAME));

    /** Words, as in agent.yaml: no shell takes them apart. */
    private static final Key<List<String>> ALERT_COMMAND =
            new Key<>("alert_command", Lists.written(Texts.ANY, "alert_command: [sh, alert.sh]"));

    private static final Key<Integer> MAX_CONCURRENT = new Key<>("max_concurrent", Numbers.between(1, 10_000));
    private static final Key<Integer> RESERVE_URGENT = new Key<>("reserve_urgent", Numbers.between(0, 9_999));
    private static final Key<Integer> SPAWNS_PER_MINUTE =
            new Key<>("spawns_per_minute", Numbers.upToOrUnlimited(1_000_000));
    private static final Key<Integer> MAX_DEPTH = new Key<>("max_depth", Numbers.between(0, 100));
    private static final Key<Integer> MAX_ACTIVE_CHILDREN =
            new Key<>("max_active_children", Numbers.between(1, 10_000));
    private static final Key<Integer> MAX_TREE = new Key<>("max_tree", Numbers.between(1, 100_000));
    private static final Key<Integer> MAX_HOPS = new Key<>("max_hops", Numbers.between(0, 1000));
    private static final Key<Integer> WAKES_PER_HOUR = new Key<>("wakes_per_hour", Numbers.upToOrUnlimited(1_000_000));
    private static final Key<Long> MAX_RESULT = new Key<>("max_result", Sizes.between(1, 64L << 20));
    private static final Key<Fields> LIMITS = new Key<>(
            "limits",
            Form.of(
                            MAX_CONCURRENT,
                            RESERVE_URGENT,
                            SPAWNS_PER_MINUTE,
                            MAX_DEPTH,
                            MAX_ACTIVE_CHILDREN,
                            MAX_TREE,
                            MAX_HOPS,
                            WAKES_PER_HOUR,
                            MAX_RESULT)
                    .elsewhere("max_concurrent", "concurrency", "maxParallel", "parallelism")
                    .elsewhere("max_depth", "maxSpawnDepth")
                    .elsewhere("max_active_children", "maxChildrenPerAgent"));

    private static final Key<Integer> CONCURRENCY = new Key<>("concurrency", Numbers.between(1, 10_000));
    private static final Key<Integer> PER_HOUR = new Key<>("per_hour", Numbers.upToOrUnlimited(1_000_000));
    private static final Key<Map<String, Settings.Group>> GROUPS =
            new Key<>("groups", Lists.map(Names.NAME_OF_ONE, group()));

    private static final Key<List<Route>> ROUTES = new Key<>("routes", RouteKeys.TYPE);

    static final Form FORM = Form.of(
                    ZONE,
                    DEFAULT_AGENT,
                    LIMITS,
                    GROUPS,
                    WATCH,
                    SETTLE,
                    SCAN,
                    GRACE,
                    PASS_ENV,
                    Retention.KEY,
                    ALERT_COMMAND,
                    Budget.KEY,
                    ROUTES)
            .elsewhere("alert_command", "alert", "alerts", "notify", "notify_command", "alertCommand")
            .elsewhere("zone", "timezone", "tz", "userTimezone")
            .elsewhere("limits.max_concurrent", "maxConcurrent", "concurrency", "maxParallel")
            .elsewhere("limits.reserve_urgent", "reserveUrgent")
            .elsewhere("limits.spawns_per_minute", "spawnsPerMinute")
            .elsewhere("limits.max_result", "maxResult")
            .elsewhere("pass_env", "env", "passthroughEnv")
            .elsewhere("scan", "pollInterval", "interval")
            .elsewhere("grace", "graceSeconds", "shutdownTimeout", "gracePeriod")
            .instead("agents", "each agent is a folder under agents/, with an agent.yaml in it")
            .elsewhere("limits.max_depth", "maxSpawnDepth")
            .elsewhere("limits.max_active_children", "maxChildrenPerAgent")
            .elsewhere("routes", "bindings", "rules", "routing")
            .instead("cron", "a schedule is a file of its own: schedules/NAME.md");

    private SettingsKeys() {}

    static Settings settings(Fields fields, Report report) {
        Settings usual = Settings.defaults();
        return new Settings(
                fields.read(ZONE, usual.zone()),
                fields.read(DEFAULT_AGENT),
                limits(fields.read(LIMITS, Fields.none(report)), usual.limits()),
                fields.read(GROUPS, usual.groups()),
                fields.read(WATCH, usual.watch()),
                fields.read(SETTLE, usual.settle()),
                fields.read(SCAN, usual.scan()),
                fields.read(GRACE, usual.grace()),
                fields.read(PASS_ENV, usual.passEnv()),
                fields.read(Retention.KEY, usual.retention()),
                alertCommand(fields, usual.alertCommand()),
                fields.read(Budget.KEY, usual.budget()),
                fields.read(ROUTES, usual.routes()));
    }

    private static List<String> alertCommand(Fields fields, List<String> usual) {
        List<String> command = fields.read(ALERT_COMMAND, usual);
        if (!command.isEmpty() && command.get(0).isBlank()) {
            fields.wrong(ALERT_COMMAND, "its first word is empty", "write the program's name first");
        }
        return command;
    }

    private static Settings.Limits limits(Fields fields, Settings.Limits usual) {
        int most = fields.read(MAX_CONCURRENT, usual.maxConcurrent());
        int reserve = fields.read(RESERVE_URGENT, Math.min(usual.reserveUrgent(), most - 1));
        if (reserve >= most) {
            fields.wrong(
                    RESERVE_URGENT,
                    reserve + " of " + most + " places would leave none for other tasks",
                    "expected at most " + (most - 1) + ", one less than max_concurrent");
        }
        return new Settings.Limits(
                most,
                reserve,
                fields.read(SPAWNS_PER_MINUTE, usual.spawnsPerMinute()),
                fields.read(MAX_DEPTH, usual.maxDepth()),
                fields.read(MAX_ACTIVE_CHILDREN, usual.maxActiveChildren()),
                fields.read(MAX_TREE, usual.maxTree()),
                fields.read(MAX_HOPS, usual.maxHops()),
                fields.read(WAKES_PER_HOUR, usual.wakesPerHour()),
                fields.read(MAX_RESULT, usual.maxResult()));
    }

    private static Type<Settings.Group> group() {
        Form form = Form.of(CONCURRENCY, PER_HOUR)
                .elsewhere("concurrency", "width", "maxConcurrent", "size")
                .elsewhere("per_hour", "rate", "hourly");
        return value -> {
            Fields fields = form.read(value);
            return fields == null ? null : new Settings.Group(fields.read(CONCURRENCY, 1), fields.read(PER_HOUR, 0));
        };
    }
}
