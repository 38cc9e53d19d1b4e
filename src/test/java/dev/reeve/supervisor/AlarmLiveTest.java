package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A real command that is given real alerts, and the numbers beside them. */
class AlarmLiveTest {

    @TempDir
    Path folder;

    private LiveWorkspace live;

    @BeforeEach
    void anAgentThatFails() throws Exception {
        live = new LiveWorkspace(folder)
                .agent("a", "retries: 0\nbreaker: {failures: 100, window: 100}\n", "echo no >&2; exit 3\n")
                .agent("b", "", "echo hi\n");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        live.close();
    }

    private void command(String script) throws Exception {
        Files.writeString(live.workspace.root().resolve("alert.sh"), script);
        live.settings("alert_command: [sh, alert.sh]\n");
    }

    @Test
    void itGetsTheAlertInTheWorkspaceAndNothingSecret() throws Exception {
        command("cat > given.tmp; pwd > where; env > env; echo \"$REEVE_ALERT\" > text; mv given.tmp given\n");
        live.start();
        live.drop("a", "hi.md", "Do it.\n");
        String id = live.await(State.FAILED, "hi").id();
        ObjectNode given = live.json(live.awaitFile("given"));
        assertEquals(live.workspace.root().toString(), Json.text(given, "workspace"));
        assertEquals(1, given.get("alerts").size());
        assertEquals(id, Json.text(given.get("alerts").get(0), "task"));
        assertEquals(live.workspace.root().toString(), live.lines("where").get(0));
        assertTrue(
                live.lines("text").get(0).contains(id + ": its attempt failed (exit status 3)"),
                live.lines("text")::toString);
        assertTrue(
                live.lines("env").stream()
                        .map(line -> line.replaceAll("=.*", ""))
                        .allMatch(name -> name.matches("PATH|HOME|PWD|OLDPWD|SHLVL|_|REEVE_WORKSPACE|REEVE_ALERT")),
                live.lines("env")::toString);
    }

    @Test
    void oneThatFloodsAndFailsIsAProblemWithTheLastOfWhatItSaid() throws Exception {
        command("yes flood | head -c 20000000; echo the end; exit 7\n");
        live.start();
        live.drop("a", "hi.md", "Do it.\n");
        live.until("it is not told", () -> page().contains("`alert_command` failed: exit status 7"));
        assertTrue(page().length() < 10_000, () -> page().length() + " characters");
        live.drop("b", "good.md", "Do it.\n");
        assertEquals("hi", live.result("good"));
    }

    @Test
    void oneThatIsMissingIsAProblem() throws Exception {
        live.settings("alert_command: [no-such-program-anywhere]\n");
        live.start();
        live.drop("a", "hi.md", "Do it.\n");
        live.until("it is not told", () -> page().contains("`no-such-program-anywhere` is not on the PATH"));
        live.drop("b", "good.md", "Do it.\n");
        assertEquals("hi", live.result("good"));
    }

    @Test
    void whatItLeavesRunningIsKilled() throws Exception {
        command("(trap '' HUP TERM; echo $$ >> pids; sh -c 'echo $$ >> pids; exec sleep 1000' > /dev/null 2>&1 &) ;"
                + " while [ $(wc -l < pids) -lt 2 ]; do :; done; echo over > over\n");
        live.start();
        live.drop("a", "hi.md", "Do it.\n");
        live.awaitFile("over");
        live.until("something of it lives", () -> live.living("pids").isEmpty());
    }

    @Test
    void untilIdleWaitsForWhatIsToBeHandedOver() throws Exception {
        command("cat > given\n");
        live.drop("a", "hi.md", "Do it.\n");
        live.start(Until.IDLE);
        live.ended();
        assertTrue(Files.exists(live.workspace.root().resolve("given")));
    }

    @Test
    void theNumbersCanBeReadByAMonitor() throws Exception {
        live.start();
        live.drop("a", "hi.md", "Do it.\n");
        live.drop("b", "good.md", "Do it.\n");
        live.drop("b", "later.md", "---\nnot_before: 1h\n---\nDo it.\n");
        live.await(State.FAILED, "hi");
        live.await(State.DONE, "good");
        live.until(
                "the numbers do not come",
                () -> numbers()
                                .getOrDefault("reeve_attempt_ends_total{agent=b,end=done}", 0.0)
                                .equals(1.0)
                        && numbers().getOrDefault("reeve_dead_letters", 0.0).equals(1.0)
                        && numbers()
                                .getOrDefault("reeve_tasks{state=waiting,agent=b}", 0.0)
                                .equals(1.0));
        Map<String, Double> numbers = numbers();
        assertEquals(1, numbers.get("reeve_attempts_total{agent=a,outcome=failed}"));
        assertEquals(1, numbers.get("reeve_attempt_ends_total{agent=a,end=failed}"));
        assertEquals(1, numbers.get("reeve_attempt_seconds_count{agent=b}"));
        assertEquals(1, numbers.get("reeve_queue_wait_seconds_count{agent=b}"));
        assertEquals(0, numbers.get("reeve_tasks{state=queue,agent=a}"));
        assertEquals(0, numbers.get("reeve_places{state=used}"));
        assertEquals(0, numbers.get("reeve_problems{kind=disk}"));
        assertEquals(3, numbers.get("reeve_today{what=accepted}"));
        assertEquals(0, numbers.get("reeve_spent_usd{agent=b,period=day}"));
        assertTrue(numbers.get("reeve_last_scan_time_seconds") >= numbers.get("reeve_start_time_seconds"));
        live.until("the page does not tell", () -> page().contains("## Alerts of the last day"));
        assertFalse(page().contains("## Problems"), this::page);
    }

    private Map<String, Double> numbers() throws Exception {
        return PrometheusText.read(Files.readString(live.workspace.metrics()));
    }

    private String page() {
        try {
            return Files.readString(live.workspace.statusPage());
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
