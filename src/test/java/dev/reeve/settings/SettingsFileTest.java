package dev.reeve.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.retention.Keep;
import dev.reeve.retention.Retention;
import dev.reeve.task.Budget;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "{}", "limits:\ngroups:\n", "limits: {}"})
    void anEmptyFileIsAllDefaults(String content) {
        assertEquals(Settings.defaults(), good(content));
    }

    @Test
    void everyKeyIsRead() {
        assertEquals(
                new Settings(
                        ZoneId.of("America/Los_Angeles"),
                        "main",
                        new Settings.Limits(8, 2, 60, 3, 5, 500, 8, 60, 65536),
                        Map.of("render", new Settings.Group(1, 0), "upload", new Settings.Group(2, 6)),
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        List.of("SSH_AUTH_SOCK"),
                        new Retention(
                                Duration.ofHours(2),
                                new Keep(Duration.ofDays(30), null),
                                new Keep(null, 10L << 30),
                                new Keep(Duration.ofDays(90), 512L << 20)),
                        List.of("sh", "alert.sh"),
                        Budget.NONE,
                        List.of()),
                good("""
                        zone: America/Los_Angeles
                        default_agent: main
                        limits: {max_concurrent: 8, reserve_urgent: 2, spawns_per_minute: 60, max_result: 64KB}
                        groups: {render: {}, upload: {concurrency: 2, per_hour: 6}}
                        watch: off
                        settle: 1s
                        scan: 30s
                        grace: 1m
                        pass_env: SSH_AUTH_SOCK
                        retention: {messages: 2h, done: 30d, logs: 10GB, events: {age: 90d, size: 512MB}}
                        alert_command: [sh, alert.sh]
                        """));
    }

    @Test
    void onePlaceAloneHasNoReserve() {
        assertEquals(0, good("limits: {max_concurrent: 1}").limits().reserveUrgent());
        assertEquals(0, good("limits: {spawns_per_minute: unlimited}").limits().spawnsPerMinute());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limits: {max_concurrent: 2, reserve_urgent: 2} | r:1:45: `limits.reserve_urgent`: 2 of 2 places would leave none
            limits: {max_concurrent: 0}   | r:1:26: `limits.max_concurrent`: `0` is out of bounds
            limits: {maxConcurrent: 3}    | r:1:10: unknown key `limits.maxConcurrent`; it is `max_concurrent` here
            limits: 3                     | r:1:9: `limits`: no map
            limits: {max_result: 8000}    | r:1:22: `limits.max_result`: `8000` is no size with a unit
            maxConcurrent: 3              | r:1:1: unknown key `maxConcurrent`; it is `limits.max_concurrent` here
            max_concurrent: 3             | r:1:1: unknown key `max_concurrent`; it is `limits.max_concurrent` here
            timezone: UTC                 | r:1:1: unknown key `timezone`; it is `zone` here
            zone: Europe/Berln            | r:1:7: `zone`: `Europe/Berln` is no time zone; did you mean `Europe/Berlin`?
            zone: here                    | r:1:7: `zone`: `here` is no time zone; expected one such as Europe/Berlin
            watch: on                     | r:1:8: `watch`: `on` is no value of it; expected one of: auto, off
            settle: 200                   | r:1:9: `settle`: `200` has no unit
            scan: 1ms                     | r:1:7: `scan`: `1ms` is too short; expected at least 100ms
            groups: {Render: {}}          | r:1:10: `groups`: `Render` is no safe name; names are in lower case: `render`
            groups: {render: 1}           | r:1:18: `groups.render`: no map; expected {concurrency: …, per_hour: …}
            groups: {r: {per_hour: 0}}    | r:1:24: `groups.r.per_hour`: `0` is out of bounds
            pass_env: [A-B]               | r:1:12: `pass_env[0]`: `A-B` is no name of a variable
            routes: {}                    | r:1:9: `routes`: no list
            routes: [{}]                  | r:1:10: `routes[1]`: whose work it is, it does not say
            routes: [{agent: a, pick: all}] | r:1:27: `routes[1].pick`: there is nobody to pick from
            routes: [{agent: a, agents: [b]}] | r:1:29: `routes[1].agents`: there is `agent` as well
            routes: [{agents: [b, b]}]    | r:1:19: `routes[1].agents`: somebody stands in it twice
            routes: [{agent: a, whn: {}}] | r:1:21: unknown key `routes[1].whn`; did you mean `when`?
            routes: [{agent: a, timeout: soon}] | r:1:30: `timeout`: `soon` is no duration
            routes: [{agent: a, when: {n: {above: x}}}] | r:1:39: `routes[1].when.n.above`: `x` is no number
            routes: [{agent: a, when: {n: {matches: "("}}}] | r:1:41: `routes[1].when.n.matches`: `(` is no regular expression
            routes: [{agent: a, when: {n: }}] | r:1:30: `routes[1].when.n`: no value
            routes: [{agent: a, when: {n..m: 1}}] | r:1:28: `n..m` is no path of a field
            routes: [{agent: a, task: "{{#event.a}}"}] | r:1:27: `routes[1].task`: no template: Section missing close tag
            routes: [{agent: a, task: "{{subject}}"}] | r:1:27: `routes[1].task`: it names `subject`; expected `event.subject`
            routes: [{agent: a, session: "{{}}"}] | r:1:30: `routes[1].session`: no template
            routes: [{agent: a, task: "{{> x}}"}] | r:1:27: `routes[1].task`: it takes in another template
            alert_command: x              | r:1:16: `alert_command`: no list; write a list
            retention: {done: 30}         | r:1:19: `retention.done`: `30` has no unit
            retention: {done: 2h}         | r:1:19: `retention.done`: `2h` is too short
            retention: {done: {size: 3}}  | r:1:26: `retention.done.size`: `3` is no size with a unit
            retention: {done: {days: 3}}  | r:1:20: unknown key `retention.done.days`; it is `age` here
            retention: {failed: 30d}      | r:1:13: unknown key `retention.failed`; what has failed waits for a person
            default_agent: ../x           | r:1:16: `default_agent`: `../x` is no safe name
            """)
    void whatIsWrongIsToldWithItsPlace(String content, String told) {
        Parsed<Settings> parsed = SettingsFile.read("r", content.getBytes(StandardCharsets.UTF_8));
        List<Problem> problems = parsed.problems();
        assertTrue(parsed instanceof Parsed.Bad<Settings>, parsed::toString);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).toString().startsWith(told), problems::toString);
    }

    private static Settings good(String content) {
        Parsed<Settings> parsed = SettingsFile.read("r", content.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), parsed.problems());
        return ((Parsed.Good<Settings>) parsed).value();
    }
}
