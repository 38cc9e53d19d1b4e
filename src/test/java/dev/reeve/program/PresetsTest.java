package dev.reeve.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.task.Permissions;
import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    private static final String LEAST = """
            command: [x]
            arguments: [-p]
            rules: [{when: {type: end}, end: success}]
            """;

    private static Wish wish(Permissions permissions, String model, String conversation) {
        return new Wish(permissions, List.of(), null, List.of(), model, conversation, "u-1", true, 90, places());
    }

    private static Wish.Places places() {
        Path task = Path.of("/ws/running/t");
        return new Wish.Places(
                Path.of("/ws/agents/a/work"),
                task.resolve("attempts/1/prompt.md"),
                task,
                task.resolve("attempts/1/door"),
                Path.of("/ws/agents/a"),
                Path.of("/ws/shared"),
                Path.of("/ws"));
    }

    private static String words(String preset, Wish wish) {
        return String.join(" ", Presets.builtIn(preset).words(wish));
    }

    @Test
    void codexIsToldAllThatIsWished() {
        String options =
                "exec --json --skip-git-repo-check --cd /ws/agents/a/work --model gpt-5 --sandbox workspace-write"
                        + " --add-dir /ws/running/t/attempts/1/door --add-dir /ws/shared --add-dir /ws/agents/a"
                        + " --config project_doc_max_bytes=0 --config features.shell_snapshot=false";
        assertEquals(options + " -", words("codex", wish(Permissions.EDIT, "openai/gpt-5", null)));
        assertEquals(options + " resume id-7 -", words("codex", wish(Permissions.EDIT, "openai/gpt-5", "id-7")));
    }

    @Test
    void claudeBeginsUnderAnIdAndGoesOnWithIt() {
        String begins = words("claude", wish(Permissions.READ, null, null));
        assertTrue(begins.endsWith(" --session-id u-1"), begins);
        assertFalse(begins.contains("--model"), begins);
        assertTrue(begins.contains("--permission-mode dontAsk"), begins);
        assertTrue(begins.contains("{\"claudeMdExcludes\":[\"/ws/AGENTS.md\""), begins);
        String goesOn = words("claude", wish(Permissions.FULL, "anthropic/claude-opus-4-1", "c-9"));
        assertTrue(goesOn.endsWith(" --resume c-9"), goesOn);
        assertTrue(goesOn.contains("--model claude-opus-4-1 --permission-mode bypassPermissions"), goesOn);
    }

    @Test
    void whatIsNamedAndWhatIsAddedReachesTheProgram() {
        Wish wish = new Wish(
                Permissions.EDIT,
                List.of("Bash(git *)", "WebFetch"),
                "/ws/agents/a/mcp.json",
                List.of("--max-turns", "5"),
                null,
                null,
                "u-1",
                false,
                0,
                places());
        List<String> words = Presets.builtIn("claude").words(wish);
        assertEquals("Bash(git *),WebFetch", words.get(words.lastIndexOf("--allowedTools") + 1));
        assertEquals("/ws/agents/a/mcp.json", words.get(words.indexOf("--mcp-config") + 1));
        assertEquals(List.of("--max-turns", "5"), words.subList(words.size() - 2, words.size()));
        assertFalse(words("openclaw", wish).contains("--timeout"));
    }

    @Test
    void opencodeHearsItsPermissionsFromItsEnvironment() {
        Preset opencode = Presets.builtIn("opencode");
        var variables = opencode.variables(wish(Permissions.EDIT, "anthropic/claude-sonnet-4-5", null));
        assertTrue(
                variables.get("OPENCODE_PERMISSION").contains("\"/ws/running/t/**\":\"allow\""), variables::toString);
        assertEquals("1", variables.get("OPENCODE_DISABLE_PROJECT_CONFIG"));
        assertEquals(
                "run --format json --model anthropic/claude-sonnet-4-5",
                words("opencode", wish(Permissions.EDIT, "anthropic/claude-sonnet-4-5", null)));
    }

    @Test
    void nobodyIsPutIntoTheCommandLineWhoBelongsOnStandardInput() {
        for (String name : Presets.BUILT_IN) {
            Preset preset = Presets.builtIn(name);
            assertEquals(name, preset.command().get(0));
            assertEquals(!name.equals("openclaw"), preset.resumes(), name);
            assertNull(preset.version().wrong("version 9999.1"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arguments: ['{modle}']       | presets/x.yaml:2:13: `arguments[0][0]`: `{modle}` is filled by nothing; did you mean `model`?
            arguments: -p                | presets/x.yaml:2:12: `arguments`: no list
            env: {REEVE_X: 1}            | presets/x.yaml:2:7: `env`: `REEVE_X` is one of Reeve's own
            output: stream               | presets/x.yaml:2:9: `output`: `stream` is no value of it
            usage: total                 | presets/x.yaml:2:8: `usage`: `total` is no value of it
            version: {ask: --version}    | presets/x.yaml:2:10: `version`: no `least`
            version: {least: new}        | presets/x.yaml:2:18: `version.least`: `new` is no version
            rules: [{end: success}]      | presets/x.yaml:2:9: `rules[0]`: no `when`
            rules: [{when: {a: b}}]      | presets/x.yaml:2:8: `rules`: none of them has `end: success`
            'rules: [{when: {a: b}, txt: c, end: success}]' | presets/x.yaml:2:24: unknown key `rules[0].txt`
            'rules: [{when: {a: b}, text: a..b, end: success}]' | presets/x.yaml:2:30: `rules[0].text[0]`: a step without a name
            permissions: {write: {}}     | presets/x.yaml:2:15: unknown key `permissions.write`
            args: [-p]                   | presets/x.yaml:2:1: unknown key `args`; it is `arguments` here
            """)
    void whatIsWrongIsToldWithItsLine(String line, String told) {
        String key = line.substring(0, line.indexOf(':') + 1);
        StringBuilder text = new StringBuilder("# one of mine\n" + line + "\n");
        LEAST.lines()
                .filter(other -> !other.startsWith(key))
                .forEach(other -> text.append(other).append('\n'));
        Parsed<Preset> read =
                Presets.read("x", "presets/x.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
        assertTrue(
                read.problems().stream().anyMatch(problem -> problem.toString().startsWith(told)),
                read.problems()::toString);
    }

    @Test
    void theLeastIsEnough() {
        Parsed<Preset> read = Presets.read("x", "x.yaml", LEAST.getBytes(StandardCharsets.UTF_8));
        assertTrue(read instanceof Parsed.Good<Preset>, read.problems()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "command: [x]", "rules: {}"})
    void lessIsNot(String text) {
        assertTrue(Presets.read("x", "x.yaml", text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Bad<Preset>);
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.329 (Claude Code), 2.1, true",
        "codex-cli 0.99.0, 0.160, false",
        "1.9, 1.10, false",
        "1.10.0, 1.10, true",
        "no idea, 3.0, true"
    })
    void versionsAreComparedNumberByNumber(String said, String least, boolean enough) {
        assertEquals(enough, new Version(List.of("--version"), least).wrong(said) == null);
    }
}
