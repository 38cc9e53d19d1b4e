package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentFile;
import dev.reeve.text.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class AgentCommandTest {

    @TempDir
    private Path temporary;

    private Path team;
    private SetupRun setup;

    @BeforeEach
    void aWorkspace() throws IOException {
        setup = new SetupRun(temporary.toRealPath());
        setup.run("init", "team");
        team = temporary.toRealPath().resolve("team");
    }

    private SetupRun.Result add(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "add";
        all[1] = "-w";
        all[2] = team.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return setup.run("agent", all);
    }

    private Object command(String agent) throws IOException {
        Map<String, Object> config = new Yaml().load(Files.readString(team.resolve("agents/" + agent + "/agent.yaml")));
        return config.get("command");
    }

    @Test
    void makesAPerson() throws Exception {
        SetupRun.Result result = add("jkw", "--human");

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("agents/jkw/tasks/first.md"), result.out());
        Path config = team.resolve("agents/jkw/agent.yaml");
        assertTrue(AgentFile.read("jkw", "f", Files.readAllBytes(config)) instanceof Parsed.Good<AgentConfig> good
                && good.value().isPerson());
        assertEquals(0, setup.run("check", "-w", team.toString()).exit());
        assertEquals(2, add("other", "--human", "--preset", "claude").exit());
    }

    @Test
    void makesAnAgentWhoseScriptRuns() throws Exception {
        SetupRun.Result result = add("writer");

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("Edit agents/writer/run.sh"), result.out());
        Path writer = team.resolve("agents/writer");
        for (String folder : List.of("tasks", "work")) {
            assertTrue(Files.isDirectory(writer.resolve(folder)), folder);
        }
        assertTrue(Files.readString(writer.resolve("AGENTS.md")).startsWith("# writer\n"));
        assertTrue(Files.exists(writer.resolve("MEMORY.md")));
        assertEquals(List.of("sh", "run.sh"), command("writer"));
        ProcessBuilder script = new ProcessBuilder("sh", "run.sh").directory(writer.toFile());
        script.environment().put("REEVE_AGENT", "writer");
        Process process = script.start();
        process.getOutputStream().close();
        assertEquals(0, process.waitFor());
    }

    @Test
    void everythingAfterCommandIsTheCommand() throws IOException {
        SetupRun.Result result = add("shouter", "--command", "tr", "-w", "a: b", "--from", "\"q\"", "é");

        assertEquals(0, result.exit(), result.err());
        assertEquals(List.of("tr", "-w", "a: b", "--from", "\"q\"", "é"), command("shouter"));
        assertFalse(Files.exists(team.resolve("agents/shouter/run.sh")));
    }

    @Test
    void saysThatAProgramIsNotThere() {
        SetupRun.Result result = add("odd", "--command", "no-such-program-anywhere");

        assertEquals(0, result.exit());
        assertTrue(result.out().contains("There is no program no-such-program-anywhere on your PATH"), result.out());
    }

    @Test
    void oneLikeAnotherHasWhatThatIsAndNotWhatItDid() throws IOException {
        Path hello = team.resolve("agents/hello");
        Files.writeString(hello.resolve("SOUL.md"), "kind");
        Files.createDirectories(hello.resolve("lib"));
        Files.writeString(hello.resolve("lib/words.txt"), "hi");
        Files.writeString(hello.resolve("MEMORY.md"), "a secret that hello was told");
        Files.writeString(hello.resolve("inbox.jsonl"), "{}");
        Files.writeString(hello.resolve("tasks/open.md"), "open");

        SetupRun.Result result = add("twin", "--from", "hello");

        assertEquals(0, result.exit(), result.err());
        Path twin = team.resolve("agents/twin");
        assertEquals("kind", Files.readString(twin.resolve("SOUL.md")));
        assertEquals("hi", Files.readString(twin.resolve("lib/words.txt")));
        assertTrue(Files.exists(twin.resolve("run.sh")));
        assertEquals(command("hello"), command("twin"));
        assertFalse(Files.readString(twin.resolve("MEMORY.md")).contains("secret"));
        assertFalse(Files.exists(twin.resolve("inbox.jsonl")));
        assertFalse(Files.exists(twin.resolve("tasks/open.md")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "Writer", "", "a/b", "-w", "_a", ".hidden", "a b", "ä", "x\ny"})
    void refusesANameThatIsNone(String name) throws IOException {
        SetupRun.Result result = add("--", name);

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("can't be an agent's name"), result.err());
        assertFalse(Files.exists(team.resolve("agents").resolve("x")));
    }

    @Test
    void aNameHasAtMost64Letters() {
        assertEquals(0, add("a".repeat(64)).exit());
        assertEquals(2, add("a".repeat(65)).exit());
    }

    @Test
    void leavesAnAgentThatIsThereAlone() throws IOException {
        Files.writeString(team.resolve("agents/hello/agent.yaml"), "mine");

        SetupRun.Result result = add("hello");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("there is an agent hello already"), result.err());
        assertEquals("mine", Files.readString(team.resolve("agents/hello/agent.yaml")));
        try (var names = Files.list(team.resolve("agents"))) {
            assertEquals(List.of(team.resolve("agents/hello")), names.toList());
        }
    }

    @Test
    void saysWhichAgentsThereAre() {
        SetupRun.Result result = add("twin", "--from", "nobody");

        assertEquals(4, result.exit());
        assertTrue(result.err().contains("There is hello."), result.err());
    }

    @Test
    void anAgentCanBeAProgramOfAPreset() throws IOException {
        SetupRun.Result result = add("coder", "--preset", "claude");

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("npm install -g @anthropic-ai/claude-code"), result.out());
        String yaml = Files.readString(team.resolve("agents/coder/agent.yaml"));
        assertTrue(yaml.contains("\nruntime: claude\n"), yaml);
        assertFalse(yaml.contains("{{"), yaml);
        assertFalse(Files.exists(team.resolve("agents/coder/run.sh")));
        assertEquals(
                List.of(),
                AgentFile.read("coder", "agent.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                        .problems());
    }

    @Test
    void aProgramThatCanBeToldLessSaysWhatItMay() throws IOException {
        assertEquals(0, add("claw", "--preset", "openclaw").exit());
        String yaml = Files.readString(team.resolve("agents/claw/agent.yaml"));
        assertTrue(yaml.contains("\npermissions: full\n"), yaml);
    }

    @Test
    void aPresetThatIsNoneIsTold() {
        SetupRun.Result result = add("coder", "--preset", "claud");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("There is claude, codex, gemini, openclaw, opencode"), result.err());
        assertFalse(Files.exists(team.resolve("agents/coder")));
    }

    @Test
    void aPresetSaysWhatIsRun() {
        SetupRun.Result result = add("coder", "--preset", "claude", "--command", "x");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("--command can't be given with it"), result.err());
    }
}
