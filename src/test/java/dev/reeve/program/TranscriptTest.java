package dev.reeve.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.RealDisk;
import dev.reeve.text.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is shown of what programs print. */
class TranscriptTest {

    @TempDir
    Path folder;

    private Streams streams;

    @BeforeEach
    void setUp() {
        streams = new Streams(folder);
    }

    private String recorded(String name) throws IOException {
        streams.out(Streams.recorded(name + ".out"));
        return shown(Presets.builtIn(name.substring(0, name.indexOf('/'))));
    }

    private String shown(Preset preset) throws IOException {
        StringBuilder shown = new StringBuilder();
        new Transcript(new RealDisk(), preset, shown::append)
                .read(streams.attempt().stdout(), true);
        return shown.toString();
    }

    private static Preset own(String rules) {
        String text = "command: [x]\narguments: []\nrules:\n" + rules;
        Parsed<Preset> parsed = Presets.read("own", "own.yaml", text.getBytes(StandardCharsets.UTF_8));
        return ((Parsed.Good<Preset>) parsed).value();
    }

    @Test
    void textToolCallsAndWhatWentWrongInALineEach() throws IOException {
        assertEquals("""
                > Write {"file_path":"/ws/running/t/attempts/1/door/result.md","content":"x"}
                > Read {"file_path":"/ws/running/t/task.md"}
                > Write {"file_path":"/home/me/outside.txt","content":"x"}
                error: Claude requested permissions to write to /home/me/outside.txt, but you haven't granted it yet.
                > Write {"file_path":"/ws/agents/a/agent.yaml","content":"x"}
                error: <tool_use_error>File is in a directory that is denied by your permission settings.</tool_use_error>
                > Bash {"command":"curl -s http://127.0.0.1:1/","description":"m"}
                error: This command requires approval
                done This command requires approval
                refused: 3 tool calls
                """, recorded("claude/denial"));
        assertEquals("""
                > write_file {"file_path":"/etc/x.txt","content":"x"}
                error: Path not in workspace: Attempted path "/etc/x.txt" resolves outside the allowed workspace directories: /ws/agents/a/work or the project temp directory: /home/me/home/.gemini/tmp/work
                done
                """, recorded("gemini/denial"));
        assertEquals("""
                > bash {"command":"echo hi > f.txt","description":"m"}
                wrote
                """, recorded("opencode/steps"));
        assertEquals("done\n", recorded("openclaw/success"));
    }

    @Test
    void retriesAndWhyItFailed() throws IOException {
        String claude = recorded("claude/failure");
        assertEquals(
                List.of("retrying: try 1 of 2: 529 overloaded", "retrying: try 2 of 2: 529 overloaded"),
                claude.lines().limit(2).toList());
        assertEquals(4, claude.lines().count(), claude);
        assertEquals("failed: 429 too many requests\n", recorded("openclaw/failure"));
        assertEquals(
                "failed: exceeded retry limit, last status: 429 Too Many Requests",
                recorded("codex/limited").lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void howItComesInMakesNoDifference() throws IOException {
        Random random = new Random(7);
        for (String name : List.of("claude/denial", "gemini/success", "opencode/denial", "openclaw/success")) {
            byte[] all = Streams.recorded(name + ".out");
            String whole = recorded(name);
            Preset preset = Presets.builtIn(name.substring(0, name.indexOf('/')));
            for (int round = 0; round < 20; round++) {
                streams.out(new byte[0]);
                StringBuilder shown = new StringBuilder();
                Transcript transcript = new Transcript(new RealDisk(), preset, shown::append);
                for (int at = 0; at < all.length; ) {
                    int end = Math.min(all.length, at + 1 + random.nextInt(700));
                    Files.write(
                            streams.attempt().stdout(), Arrays.copyOfRange(all, at, end), StandardOpenOption.APPEND);
                    transcript.read(streams.attempt().stdout(), false);
                    at = end;
                }
                transcript.read(streams.attempt().stdout(), true);
                assertEquals(whole, shown.toString());
            }
        }
    }

    @Test
    void aPresetOfOnesOwnShowsWhatItTellsOrAsItSays() throws IOException {
        streams.out("""
                warming up
                {"kind":"say","words":"one"}
                {"kind":"secret","words":"nothing"}
                {"kind":"tool","name":"look","on":{"a":1}}
                {"kind":"over","words":"one\\n\\u001b[2Jtwo"}
                {"kind":"over","wo""");
        String more = "  - {when: {kind: tool}, show: \"does {name} with {on}{missing}\"}\n";
        Preset preset =
                own("  - {when: {kind: [say, over]}, text: words}\n  - {when: {kind: over}, end: success}\n" + more);
        assertEquals("warming up\none\ndoes look with {\"a\":1}\none\n[2Jtwo\n", shown(preset));
    }

    @Test
    void whatIsTooLargeIsNotInMemoryButTold() throws IOException {
        streams.out("{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\""
                + "y".repeat(15 << 20) + "\"}]}}\n{\"type\":\"result\",\"result\":\"ok\"}\n");
        assertEquals("(an event that is too large to be shown)\nok\nfailed\n", shown(Presets.builtIn("claude")));
    }

    @Test
    void whatDiesBeforeItBeginsIsShownAsItIs() throws IOException {
        streams.out("node: bad\n");
        assertEquals("node: bad\n", shown(Presets.builtIn("openclaw")));
        assertEquals("node: bad\n", shown(Presets.builtIn("claude")));
    }
}
