package dev.reeve.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentFile;
import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a configuration file, it is in force within its bounds, or its problems are told. */
class ConfigurationFilesPropertiesTest {

    @Property(seed = "30", tries = 2000)
    void anySettingsAreWithinTheirBoundsOrProblems(@ForAll("settings") List<String> lines) {
        Parsed<Settings> parsed = SettingsFile.read("reeve.yaml", bytes(lines));
        if (parsed instanceof Parsed.Good<Settings> good) {
            Settings.Limits limits = good.value().limits();
            assertTrue(limits.maxConcurrent() >= 1);
            assertTrue(limits.reserveUrgent() >= 0 && limits.reserveUrgent() < limits.maxConcurrent());
            assertTrue(limits.maxResult() >= 1);
            assertFalse(good.value().settle().isNegative());
            assertTrue(good.value().scan().toMillis() >= 100);
        }
    }

    @Property(seed = "31", tries = 2000)
    void anyAgentIsWithinItsBoundsOrAProblem(@ForAll("agents") List<String> lines) {
        Parsed<AgentConfig> parsed = AgentFile.read("a", "agent.yaml", bytes(lines));
        if (parsed instanceof Parsed.Good<AgentConfig> good) {
            List<String> command = good.value().command();
            assertTrue(
                    command.isEmpty()
                            ? !good.value().program().isExec()
                            : !command.get(0).isBlank());
            assertFalse(good.value().timeout().isNegative());
            assertTrue(good.value().concurrency() >= 1);
            assertTrue(good.value().breaker().window() >= good.value().breaker().failures());
        }
    }

    @Provide
    Arbitrary<List<String>> settings() {
        return lines(
                "zone", "default_agent", "limits", "groups", "watch", "settle", "scan", "grace", "pass_env", "routes");
    }

    @Provide
    Arbitrary<List<String>> agents() {
        return lines(
                "runtime", "command", "context", "env", "timeout", "retries", "concurrency", "breaker", "fallback");
    }

    private static Arbitrary<List<String>> lines(String... keys) {
        Arbitrary<String> value = Arbitraries.of(
                "",
                "~",
                "off",
                "auto",
                "UTC",
                "exec",
                "b",
                "0",
                "1",
                "3",
                "-1",
                "30m",
                "0s",
                "1ms",
                "99999999999999d",
                "[]",
                "[sh]",
                "[sh, run.sh]",
                "[[x]]",
                "{}",
                "{a: b}",
                "{A: b}",
                "{failures: 9}",
                "{window: 2}",
                "{max_concurrent: 1}",
                "{max_concurrent: 2, reserve_urgent: 2}",
                "{reserve_urgent: 0}",
                "{max_result: 1KB}",
                "{r: {per_hour: 1}}",
                "\"",
                "&a [*a]",
                "!!x y",
                "| x");
        return Arbitraries.of(keys)
                .flatMap(key -> value.map(v -> key + ": " + v))
                .list()
                .ofMaxSize(5);
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
