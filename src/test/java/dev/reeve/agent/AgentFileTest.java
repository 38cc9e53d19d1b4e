package dev.reeve.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.task.Budget;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFileTest {

    @Test
    void aCommandIsEnough() {
        assertEquals(
                new AgentConfig(
                        "a",
                        Program.ANY,
                        List.of("sh", "run.sh"),
                        null,
                        List.of("AGENTS.md", "SOUL.md", "MEMORY.md", "TOOLS.md"),
                        Map.of(),
                        Map.of(),
                        null,
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        2,
                        Duration.ofSeconds(2),
                        1,
                        new AgentConfig.Breaker(3, 5, Duration.ofSeconds(60)),
                        null,
                        "fresh",
                        List.of("*"),
                        true,
                        null,
                        3,
                        Confinement.NONE,
                        Budget.NONE),
                good("command: [sh, run.sh]"));
    }

    @Test
    void everyKeyIsRead() {
        AgentConfig config = good("""
                runtime: exec
                command: [./run, --fast, 3, off, ""]
                model: m
                context: SOUL.md
                env: {PORT: 010, DEBUG: yes, EMPTY: , NAME: "a b"}
                cwd: ~/src
                timeout: off
                idle_timeout: 5m
                retries: 0
                backoff: 1s
                concurrency: 4
                breaker: {failures: 8}
                fallback: b
                """);
        assertEquals(List.of("./run", "--fast", "3", "off", ""), config.command());
        assertEquals(List.of("SOUL.md"), config.context());
        assertEquals(Map.of("PORT", "010", "DEBUG", "yes", "EMPTY", "", "NAME", "a b"), config.env());
        assertEquals("~/src", config.cwd());
        assertEquals(Duration.ZERO, config.timeout());
        assertEquals(Duration.ofMinutes(5), config.idleTimeout());
        assertEquals(0, config.retries());
        assertEquals(4, config.concurrency());
        assertEquals(new AgentConfig.Breaker(8, 8, Duration.ofSeconds(60)), config.breaker());
        assertEquals("b", config.fallback());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeot: 30m                  | agents/a/agent.yaml:2:1: unknown key `timeot`; did you mean `timeout`?
            runtime: Claude!             | agents/a/agent.yaml:2:10: `runtime`: `Claude!` is no name of a preset
            tools: [Bash]                | agents/a/agent.yaml:2:8: `tools`: of a `runtime: exec` nobody reads it
            args: [-x]                   | agents/a/agent.yaml:2:7: `args`: of a `runtime: exec` nobody reads it
            sandbox: maybe               | agents/a/agent.yaml:2:10: `sandbox`: `maybe` is no value of it
            credentials: {KEY: sk-1}     | agents/a/agent.yaml:2:20: `credentials.KEY`: neither env:NAME nor a whole path
            timeout: 30                  | agents/a/agent.yaml:2:10: `timeout`: `30` has no unit
            maxConcurrent: 3             | agents/a/agent.yaml:2:1: unknown key `maxConcurrent`; it is `concurrency` here
            name: x                      | agents/a/agent.yaml:2:1: unknown key `name`; an agent's name is the name of its folder
            concurrency: 0               | agents/a/agent.yaml:2:14: `concurrency`: `0` is out of bounds
            fallback: a                  | agents/a/agent.yaml:2:11: `fallback`: this is the agent itself
            context: [../b/SOUL.md]      | agents/a/agent.yaml:2:11: `context[0]`: `../b/SOUL.md` leads outside
            env: {REEVE_TASK_ID: x}      | agents/a/agent.yaml:2:7: `env`: `REEVE_TASK_ID` is one of Reeve's own
            env: {_reeve_x: x}           | agents/a/agent.yaml:2:7: `env`: `_reeve_x` is one of Reeve's own
            env: {a-b: x}                | agents/a/agent.yaml:2:7: `env`: `a-b` is no name of a variable
            env: {A: [x]}                | agents/a/agent.yaml:2:10: `env.A`: a list where one value belongs
            env: [A=x]                   | agents/a/agent.yaml:2:6: `env`: no map
            'breaker: {window: 2}'       | agents/a/agent.yaml:2:19: `breaker.window`: 3 failures can't be among 2 attempts
            'breaker: {cooldown: 0s}'    | agents/a/agent.yaml:2:21: `breaker.cooldown`: `0s` is too short
            breaker: off                 | agents/a/agent.yaml:2:10: `breaker`: no map; expected {failures: …, window: …, cooldown: …}
            'command: [b]'               | agents/a/agent.yaml:2:1: key `command` is here a second time, it is on line 1 already
            """)
    void whatIsWrongIsToldWithItsPlace(String line, String told) {
        assertTold(told, "command: [sh, run.sh]\n" + line);
    }

    @Test
    void aPersonIsAskedWithoutEnd() {
        AgentConfig jkw = good("runtime: human\nfallback: boss");
        assertTrue(jkw.isPerson());
        assertEquals(Duration.ZERO, jkw.timeout());
        assertFalse(jkw.wake());
        assertEquals("boss", jkw.fallback());
    }

    @Test
    void whatIsOfProgramsMeansNothingOfAPerson() {
        for (String line : List.of("command: [sh]", "retries: 2", "model: m", "sandbox: require", "concurrency: 3")) {
            String key = line.substring(0, line.indexOf(':'));
            String told =
                    "`" + key + "`: of a person (`runtime: human`) it means nothing; expected no more than `runtime`";
            assertTold("agents/a/agent.yaml:2:" + (key.length() + 3) + ": " + told, "runtime: human\n" + line);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | agents/a/agent.yaml: no `command`; write how to run the agent: `command: [sh, run.sh]`
            command:            | agents/a/agent.yaml: no `command`
            command: []         | agents/a/agent.yaml:1:10: `command`: an empty list
            command: sh run.sh  | agents/a/agent.yaml:1:10: `command`: no list; write a list: `command: [sh, run.sh]`
            'command: ["", x]'  | agents/a/agent.yaml:1:10: `command`: its first word is empty
            'command: [sh, {}]' | agents/a/agent.yaml:1:15: `command[1]`: a map where one value belongs
            cmd: [sh]           | agents/a/agent.yaml: no `command`
            """)
    void aCommandThatIsNoneIsTold(String content, String told) {
        assertTold(told, content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: {KEY: [hunter2]}",
                "env: hunter2",
                "env: {KEY: \"hunter2",
                "env: {KEY: {a: hunter2}}",
                "env:\n  KEY: a: hunter2"
            })
    void noProblemRepeatsASecret(String content) {
        Parsed<AgentConfig> parsed =
                AgentFile.read("a", "f", ("command: [x]\n" + content).getBytes(StandardCharsets.UTF_8));
        assertTrue(parsed instanceof Parsed.Bad<AgentConfig>);
        assertFalse(parsed.problems().toString().contains("hunter2"), parsed.problems()::toString);
    }

    @Test
    void noSecretIsInTheTextOfAConfig() {
        assertFalse(good("command: [x]\nenv: {KEY: hunter2}").toString().contains("hunter2"));
    }

    private static AgentConfig good(String content) {
        Parsed<AgentConfig> parsed = read(content);
        assertEquals(List.of(), parsed.problems());
        return ((Parsed.Good<AgentConfig>) parsed).value();
    }

    private static void assertTold(String told, String content) {
        Parsed<AgentConfig> parsed = read(content);
        assertTrue(parsed instanceof Parsed.Bad<AgentConfig>, parsed::toString);
        Problem first = parsed.problems().get(0);
        assertTrue(first.toString().startsWith(told), first::toString);
    }

    private static Parsed<AgentConfig> read(String content) {
        return AgentFile.read("a", "agents/a/agent.yaml", content.getBytes(StandardCharsets.UTF_8));
    }
}
