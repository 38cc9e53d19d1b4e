package dev.reeve.cli.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.settings.Settings;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class WorkspaceTemplateTest {

    private static final Pattern AT_ITS_DEFAULT = Pattern.compile("(?m)^#(?=[a-z])");

    @TempDir
    private Path temporary;

    /** A YAML file with every setting that is shown at its default taken into force. */
    private static Map<String, Object> withDefaults(String file) throws IOException {
        return new Yaml()
                .load(AT_ITS_DEFAULT
                        .matcher(Packed.text("workspace-template", file))
                        .replaceAll(""));
    }

    @Test
    void theSettingsShowEveryKeyOfThisVersionAtItsDefault() throws IOException {
        Map<String, Object> shown = withDefaults("reeve.yaml");
        Settings defaults = Settings.defaults();

        assertEquals(
                Set.of(
                        "default_agent",
                        "routes",
                        "zone",
                        "limits",
                        "groups",
                        "watch",
                        "settle",
                        "scan",
                        "grace",
                        "retention",
                        "alert_command",
                        "pass_env"),
                shown.keySet());
        assertEquals("hello", shown.get("default_agent"));
        assertEquals(
                Map.of(
                        "max_concurrent",
                        defaults.limits().maxConcurrent(),
                        "reserve_urgent",
                        defaults.limits().reserveUrgent(),
                        "spawns_per_minute",
                        "unlimited",
                        "max_result",
                        defaults.limits().maxResult() / 1024 + "KB"),
                shown.get("limits"));
        assertEquals(0, defaults.limits().spawnsPerMinute());
        assertEquals(defaults.settle().toMillis() + "ms", shown.get("settle"));
        assertEquals(defaults.scan().toSeconds() + "s", shown.get("scan"));
        assertEquals(defaults.grace().toSeconds() + "s", shown.get("grace"));
        assertEquals(defaults.groups(), shown.get("groups"));
        assertEquals(defaults.routes(), shown.get("routes"));
        assertEquals(defaults.passEnv(), shown.get("pass_env"));
    }

    @Test
    void onlyTheDefaultAgentIsInForce() throws IOException {
        assertEquals(
                Map.of("default_agent", "hello"), new Yaml().load(Packed.text("workspace-template", "reeve.yaml")));
    }

    @Test
    void theAgentAndTheOneThatIsAddedShowTheSameKeys() throws IOException {
        Map<String, Object> hello = withDefaults("agents/hello/agent.yaml");

        assertEquals(List.of("sh", "run.sh"), hello.get("command"));
        assertEquals(
                Set.of(
                        "runtime",
                        "command",
                        "context",
                        "timeout",
                        "idle_timeout",
                        "retries",
                        "backoff",
                        "concurrency",
                        "breaker",
                        "env"),
                hello.keySet());
    }

    @Test
    void theReadmeExplainsEveryFolder() throws IOException {
        String readme = Packed.text("workspace-template", "README.md");
        Workspace workspace = new Workspace(Path.of("/w"));

        for (Path folder : workspace.folders()) {
            assertTrue(readme.contains("`" + folder.getFileName() + "/"), folder.toString());
        }
    }

    @Test
    void helloAnswersATask() throws Exception {
        assertEquals(List.of("> Say hi"), quoted("task.md", "Say hi\n"));
        assertEquals(
                List.of("> Say hi", "> --- and more"),
                quoted("task.md", "---\r\nagent: hello\r\n---\r\n\r\nSay hi\r\n--- and more\r\n"));
        assertEquals(List.of("> no newline"), quoted("task.txt", "no newline"));
    }

    private List<String> quoted(String name, String task) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "task");
        Files.writeString(folder.resolve(name), task);
        Path script =
                Files.writeString(folder.resolve("run.sh"), Packed.text("workspace-template", "agents/hello/run.sh"));
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
        builder.environment().put("REEVE_TASK_DIR", folder.toString());
        builder.environment().put("REEVE_AGENT", "hello");
        Process process = builder.redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), answer);
        assertTrue(answer.startsWith("Hi! I am hello"), answer);
        return answer.lines().filter(line -> line.startsWith(">")).collect(Collectors.toList());
    }
}
