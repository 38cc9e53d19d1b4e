package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final String ID = "20261120-140211-k3f9-hi";

    @Test
    void aProcessGetsExactlyThis() throws Unlaunchable {
        Map<String, String> own = Map.of(
                "PATH", "/usr/bin", "HOME", "/home/me", "LC_ALL", "C.UTF-8", "SECRET", "x", "KEPT", "y", "LC_é", "z");

        Map<String, String> variables = Environment.of(given(own, List.of("KEPT", "ABSENT"), Map.of("MINE", "1")));

        Map<String, String> expected = new TreeMap<>();
        expected.put("PATH", "/opt/reeve:/usr/bin");
        expected.put("HOME", "/home/me");
        expected.put("LC_ALL", "C.UTF-8");
        expected.put("KEPT", "y");
        expected.put("MINE", "1");
        expected.put("PWD", "/ws/agents/hello/work");
        expected.put("REEVE_WORKSPACE", "/ws");
        expected.put("REEVE_AGENT", "hello");
        expected.put("REEVE_AGENT_DIR", "/ws/agents/hello");
        expected.put("REEVE_SHARED", "/ws/shared");
        expected.put("REEVE_TASK_ID", ID);
        expected.put("REEVE_TASK_DIR", "/ws/running/" + ID);
        expected.put("REEVE_ATTEMPT", "2");
        expected.put("REEVE_DEPTH", "0");
        expected.put("REEVE_ROOT", ID);
        expected.put("REEVE_MODEL", "fast");
        expected.put("REEVE_PROMPT", "/ws/running/" + ID + "/attempts/2/prompt.md");
        expected.put("REEVE_INBOX", "/ws/running/" + ID + "/inbox.jsonl");
        String door = "/ws/running/" + ID + "/attempts/2/door/";
        expected.put("REEVE_RESULT", door + "result.md");
        expected.put("REEVE_OUT", door + "out");
        expected.put("REEVE_SPAWN", door + "spawn");
        expected.put("REEVE_SEND", door + "send");
        expected.put("REEVE_NOTES", door + "notes.jsonl");
        expected.put("REEVE_USAGE", door + "usage.json");
        expected.put("REEVE_IDEMPOTENCY_KEY", ID);
        expected.put("TRACEPARENT", Environment.traceparent(ID, ID, 2));
        assertEquals(expected, variables);
    }

    @Test
    void theAgentsPathIsKeptBehindReeves() throws Unlaunchable {
        Map<String, String> variables =
                Environment.of(given(Map.of("PATH", "/usr/bin"), List.of(), Map.of("PATH", "/agent/bin")));
        assertEquals("/opt/reeve:/agent/bin", variables.get("PATH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A-B", "1A", "A B", "A=B", "Ä", "REEVE_TASK_ID", "REEVE_ANY", "TRACEPARENT", "IFS", "PWD"})
    void aNameThatWouldNotArriveIsRefused(String name) {
        Unlaunchable inAgent = assertThrows(
                Unlaunchable.class, () -> Environment.of(given(Map.of(), List.of(), Map.of(name, "secret-value"))));
        assertTrue(inAgent.getMessage().startsWith("env of agent hello: "), inAgent.getMessage());
        assertTrue(inAgent.getMessage().contains(name), inAgent.getMessage());
        assertTrue(!inAgent.getMessage().contains("secret-value"), inAgent.getMessage());

        Unlaunchable passed =
                assertThrows(Unlaunchable.class, () -> Environment.of(given(Map.of(), List.of(name), Map.of())));
        assertTrue(passed.getMessage().startsWith("pass_env in reeve.yaml: "), passed.getMessage());
    }

    @Test
    void aTraceIsOfTheRootAndASpanOfTheAttempt() {
        String first = Environment.traceparent("root", "task", 1);
        String second = Environment.traceparent("root", "task", 2);

        assertTrue(first.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), first);
        assertEquals(first.substring(0, 35), second.substring(0, 35));
        assertNotEquals(first, second);
    }

    private static Environment.Given given(Map<String, String> own, List<String> pass, Map<String, String> added) {
        Workspace workspace = new Workspace(Path.of("/ws"));
        return new Environment.Given(
                own,
                pass,
                Path.of("/opt/reeve"),
                added,
                Map.of(),
                workspace,
                workspace.agent("hello"),
                workspace.task(State.RUNNING, ID),
                2,
                workspace.agent("hello").work(),
                0,
                ID,
                null,
                "fast",
                null);
    }
}
