package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.launch.Errand;
import dev.reeve.sim.Crash;
import dev.reeve.sim.SimProcesses;
import dev.reeve.sim.Steps;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the alert command is given, whatever becomes of it, of its supervisor, and of the disk. */
class AlarmTest {

    private static final String SETTINGS = "default_agent: hello\nscan: 5s\nalert_command: [alert, --now]\n";
    private static final String FAILS = "---\nretries: 0\n---\nDo it.\n";
    private static final SimProcesses.Outcome WELL =
            new SimProcesses.Outcome(Duration.ofMillis(100), new Errand.Outcome(0, "", ""));
    private static final SimProcesses.Outcome BADLY =
            new SimProcesses.Outcome(Duration.ofMillis(100), new Errand.Outcome(1, "", "no network\n"));
    private static final SimProcesses.Outcome HANGS = new SimProcesses.Outcome(Duration.ZERO, null);

    private final List<ObjectNode> calls = new ArrayList<>();
    private final List<Long> began = new ArrayList<>();
    private FuzzedWorkspace in;

    @BeforeEach
    void aWorkspace() throws IOException {
        in = workspace(errand -> WELL);
    }

    private FuzzedWorkspace workspace(Function<Errand, SimProcesses.Outcome> what) throws IOException {
        FuzzedWorkspace made = new FuzzedWorkspace();
        made.write("reeve.yaml", SETTINGS);
        calls.clear();
        made.machine.processes.errandsDo(errand -> {
            calls.add(Json.parseObject(errand.input().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            began.add(made.machine.time.nanos());
            return what.apply(errand);
        });
        return made;
    }

    private void fail(int tasks) throws IOException {
        for (int i = 0; i < tasks; i++) {
            in.write("tasks/t" + i + "-bad.md", FAILS);
        }
    }

    /** Dead letters that were handed over, as often as they were. */
    private List<String> given(List<ObjectNode> all) {
        List<String> tasks = new ArrayList<>();
        for (ObjectNode call : all) {
            for (JsonNode alert : call.get("alerts")) {
                if ("dead_letter".equals(Json.text(alert, "kind"))) {
                    tasks.add(Json.text(alert, "id"));
                }
            }
        }
        return tasks;
    }

    private List<String> log() throws IOException {
        List<String> ids = new ArrayList<>();
        for (ObjectNode line : JsonLines.tail(in.machine.disk, in.workspace.alerts(), 1 << 24)) {
            if ("dead_letter".equals(Json.text(line, "kind"))) {
                ids.add(Json.text(line, "id"));
            }
        }
        return ids;
    }

    @Test
    void aDeadLetterIsTold() throws IOException {
        in.start();
        fail(1);
        in.run(Duration.ofMinutes(1));

        JsonNode alert = calls.get(0).get("alerts").get(0);
        String task =
                in.machine.disk.list(in.workspace.root().resolve("failed")).get(0);
        assertEquals("dead_letter", Json.text(alert, "kind"));
        assertEquals("error", Json.text(alert, "severity"));
        assertEquals(task, Json.text(alert, "task"));
        assertEquals("hello", Json.text(alert, "agent"));
        assertTrue(Json.text(alert, "what").contains("exit status 3"), alert.toString());
        assertTrue(Json.text(calls.get(0), "text").contains(task), calls.toString());
        assertFalse(calls.get(0).get("again").asBoolean());
        assertEquals(log(), given(calls));
    }

    @Test
    void aBurstIsOneOrTwoCalls() throws IOException {
        in.write("reeve.yaml", SETTINGS + "limits: {max_concurrent: 500}\n");
        in.write(
                "agents/hello/agent.yaml",
                "command: [sh, run.sh]\nconcurrency: 500\nbreaker: {failures: 1000, window: 1000}\n");
        in.start();
        fail(200);
        in.run(Duration.ofMinutes(2));

        assertEquals(200, new TreeSet<>(log()).size());
        assertEquals(log(), given(calls));
        assertTrue(calls.size() <= 2, calls.size() + " calls");
    }

    @Test
    void oneCallAtATimeAndSomeSecondsApart() throws IOException {
        in = workspace(errand -> new SimProcesses.Outcome(Duration.ofSeconds(7), new Errand.Outcome(0, "", "")));
        in.start();
        for (int i = 0; i < 20; i++) {
            in.write("tasks/at" + i + "-bad.md", FAILS);
            in.run(Duration.ofSeconds(3));
        }
        in.run(Duration.ofMinutes(2));

        assertEquals(log(), given(calls));
        for (int i = 1; i < began.size(); i++) {
            long apart = began.get(i) - began.get(i - 1);
            assertTrue(apart >= Duration.ofSeconds(17).toNanos(), "call " + i + " came after " + apart + " ns");
        }
    }

    @Test
    void oneThatFailsIsCalledOnceMoreAndIsAProblemToldOnce() throws IOException {
        in = workspace(errand -> BADLY);
        in.start();
        fail(1);
        in.run(Duration.ofMinutes(10));

        assertEquals(2, calls.size(), calls.toString());
        assertTrue(calls.get(1).get("again").asBoolean());
        assertEquals(2, given(calls).size());
        String page = in.text(in.workspace.statusPage());
        assertTrue(page.contains("`alert_command` failed: exit status 1. It said: no network"), page);
        assertEquals(1, in.told("`alert_command` failed"));

        in.machine.processes.errandsDo(errand -> WELL);
        in.write("tasks/another-bad.md", FAILS);
        in.run(Duration.ofMinutes(2));
        assertFalse(in.text(in.workspace.statusPage()).contains("`alert_command` failed"));
    }

    @Test
    void oneThatHangsKeepsNobodyFromTheirWork() throws IOException {
        in = workspace(errand -> HANGS);
        in.start();
        fail(1);
        in.run(Duration.ofSeconds(5));
        in.write("tasks/good.md", "Do it.\n");
        in.run(Duration.ofSeconds(15));
        assertEquals(1, in.done().size(), "while it hangs");
        in.run(Duration.ofMinutes(5));
        assertEquals(2, calls.size());
        assertTrue(in.text(in.workspace.statusPage()).contains("did not end in time"));
    }

    @Test
    void whatCameWhileThereWasNoCommandIsNotHandedOver() throws IOException {
        in.write("reeve.yaml", "default_agent: hello\nscan: 5s\n");
        in.start();
        fail(1);
        in.run(Duration.ofMinutes(1));
        in.write("reeve.yaml", SETTINGS);
        in.run(Duration.ofMinutes(1));
        assertEquals(List.of(), calls);
        in.write("tasks/later-bad.md", FAILS);
        in.run(Duration.ofMinutes(1));
        assertEquals(1, given(calls).size());
        assertEquals(2, log().size());
    }

    @Test
    void aProblemIsToldWhenItBeginsAndWhenItIsOverAndNotAgainByTheNextSupervisor() throws IOException {
        in.start();
        in.write("agents/helper/agent.yaml", "command: [sh, run.sh]\ncolour: red\n");
        in.run(Duration.ofMinutes(1));
        in.restart();
        in.run(Duration.ofMinutes(2));
        List<JsonNode> alerts = alerts();
        assertEquals(1, alerts.size(), alerts.toString());
        assertEquals("configuration", Json.text(alerts.get(0), "kind"));
        assertEquals("helper", Json.text(alerts.get(0), "agent"));

        in.write("agents/helper/agent.yaml", "command: [sh, run.sh]\n");
        in.run(Duration.ofMinutes(2));
        alerts = alerts();
        assertEquals(2, alerts.size(), alerts.toString());
        assertTrue(alerts.get(1).get("ended").asBoolean());
        assertEquals(Json.text(alerts.get(0), "key"), Json.text(alerts.get(1), "key"));
    }

    private List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        calls.forEach(call -> call.get("alerts").forEach(alerts::add));
        return alerts;
    }

    @Test
    void anOpenBreakerIsTold() throws IOException {
        in.write("agents/hello/agent.yaml", "command: [sh, run.sh]\nbreaker: {failures: 1, window: 1, cooldown: 1h}\n");
        in.start();
        fail(1);
        in.run(Duration.ofMinutes(1));
        JsonNode breaker = alerts().stream()
                .filter(alert -> "breaker".equals(Json.text(alert, "kind")))
                .findFirst()
                .orElse(null);
        assertNotNull(breaker, calls.toString());
        assertEquals("hello", Json.text(breaker, "agent"));
        assertTrue(in.text(in.workspace.statusPage()).contains("its breaker is open"));
    }

    @Test
    void aFullDiskIsToldThoughNothingCanBeWritten() throws IOException {
        boolean[] full = {false};
        in.start((what, part) -> {
            boolean takesSpace = !what.startsWith("remove") && !what.startsWith("errand");
            if (full[0] && takesSpace) {
                throw new FileSystemException(what, null, "No space left on device");
            }
        });
        in.run(Duration.ofSeconds(10));
        full[0] = true;
        in.machine.disk.create(
                in.workspace.tasks().resolve("hi.md"), "Do it.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        in.run(Duration.ofMinutes(2));
        assertTrue(alerts().stream().anyMatch(alert -> "disk".equals(Json.text(alert, "kind"))), calls.toString());

        full[0] = false;
        int before = calls.size();
        in.run(Duration.ofMinutes(2));
        for (ObjectNode call : calls.subList(before, calls.size())) {
            for (JsonNode alert : call.get("alerts")) {
                assertTrue(alert.has("ended"), "it was told before: " + alert);
            }
        }
        assertEquals(1, in.done().size());
    }

    @Test
    void afterAKillAtEveryStepEachIsInTheLogOnceAndHandedOverOnceOrTwice() throws IOException {
        int[] steps = {0};
        in.start((what, part) -> steps[0]++);
        fail(2);
        in.run(Duration.ofMinutes(1));
        assertTrue(steps[0] > 50, steps[0] + " steps");

        for (int step = 1; step <= steps[0]; step++) {
            killedAt(step);
        }
    }

    private void killedAt(int step) throws IOException {
        in = workspace(errand -> WELL);
        int[] count = {0};
        Steps killed = (what, part) -> {
            if (++count[0] == step) {
                throw new Crash("killed before " + what);
            }
        };
        String where = "killed at step " + step;
        try {
            in.start(killed);
            fail(2);
            in.run(Duration.ofMinutes(1));
        } catch (Crash crash) {
            where += ": " + crash.getMessage();
        }
        if (count[0] < step) {
            // this time it had fewer steps
            return;
        }
        in.restart();
        fail(in.machine.disk.list(in.workspace.root().resolve("failed")).isEmpty() && nothingTaken() ? 2 : 0);
        in.run(Duration.ofMinutes(2));
        List<String> log = log();
        Set<String> once = new TreeSet<>(log);
        assertEquals(2, once.size(), where + ": " + log);
        assertEquals(once.size(), log.size(), where + ": " + log);
        List<String> given = given(calls);
        assertEquals(once, new TreeSet<>(given), where);
        for (String id : once) {
            long times = given.stream().filter(id::equals).count();
            assertTrue(times <= 2, where + ": " + id + " was given " + times + " times");
        }
    }

    /** It was killed before people had dropped anything. */
    private boolean nothingTaken() throws IOException {
        for (String folder : List.of("tasks", "queue", "waiting", "running", "held", "failed")) {
            if (!in.machine.disk.list(in.workspace.root().resolve(folder)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void itIsPutAsideWhenAMonthIsOver() throws IOException {
        in.start();
        fail(1);
        in.run(Duration.ofMinutes(1));
        in.machine.time.jump(Duration.ofDays(40));
        in.run(Duration.ofMinutes(1));
        in.write("tasks/later-bad.md", FAILS);
        in.run(Duration.ofMinutes(1));

        assertEquals(1, log().size());
        assertTrue(in.machine.disk.list(in.workspace.logs()).contains("alerts-2026-11.jsonl"));
        assertEquals(2, new TreeSet<>(given(calls)).size());
        assertEquals(2, given(calls).size());
    }
}
