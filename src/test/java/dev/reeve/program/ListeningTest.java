package dev.reeve.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.RealDisk;
import dev.reeve.program.Told.End;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that nobody would wish for. */
class ListeningTest {

    private static final String DONE =
            "{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":false,\"result\":\"ok\"}\n";

    @TempDir
    Path folder;

    private Streams streams;

    @BeforeEach
    void setUp() {
        streams = new Streams(folder);
    }

    @Test
    void howItComesInMakesNoDifference() throws IOException {
        Random random = new Random(7);
        for (String recorded : List.of("claude/denial", "codex/failure", "gemini/success", "opencode/denial")) {
            String program = recorded.substring(0, recorded.indexOf('/'));
            byte[] all = Streams.recorded(recorded + ".out");
            Told whole = streams.out(all).heard(program).told();
            for (int round = 0; round < 20; round++) {
                streams.out(new byte[0]);
                Listening listening = new Listening(new RealDisk(), Presets.builtIn(program));
                int at = 0;
                while (at < all.length) {
                    int end = Math.min(all.length, at + 1 + random.nextInt(2000));
                    Files.write(
                            streams.attempt().stdout(), Arrays.copyOfRange(all, at, end), StandardOpenOption.APPEND);
                    listening.now(streams.attempt(), null);
                    at = end;
                }
                assertEquals(whole, listening.all(streams.attempt(), null).told());
            }
        }
    }

    @Test
    void aLineThatIsTooLongIsPassedOverAndTold() throws IOException {
        streams.out("");
        byte[] mega = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        Files.writeString(streams.attempt().stdout(), "{\"type\":\"assistant\",\"big\":\"");
        for (int i = 0; i < 50; i++) {
            Files.write(streams.attempt().stdout(), mega, StandardOpenOption.APPEND);
        }
        Files.writeString(streams.attempt().stdout(), "\"}\n", StandardOpenOption.APPEND);
        Heard without = streams.heard("claude");
        assertNull(without.told().end());
        assertEquals(
                "a line of its output is larger than 16 MB and was passed over",
                without.told().reason());

        Files.writeString(streams.attempt().stdout(), DONE, StandardOpenOption.APPEND);
        Heard with = streams.heard("claude");
        assertEquals(End.SUCCESS, with.told().end());
        assertEquals("ok", with.told().text());
        assertEquals(1, with.notes().size());
    }

    @Test
    void aLineOfAnySizeWithinTheLimitIsRead() throws IOException {
        String big = "y".repeat(3 << 20);
        streams.out(
                "{\"type\":\"result\",\"noise\":[1,{\"a\":2}],\"subtype\":\"success\",\"is_error\":false,\"result\":\""
                        + big + "\"}\n");
        assertEquals(big, streams.heard("claude").told().text());
    }

    @Test
    void aTextThatIsTooLongIsNeverInMemory() throws IOException {
        streams.out(DONE.replace("\"ok\"", "\"" + "y".repeat(15 << 20) + "\""));
        Told told = streams.heard("claude").told();
        assertNull(told.end());
        assertEquals("an event of its output is too large to be read, and was passed over", told.reason());
    }

    @Test
    void whatNobodyAsksForMayBeAsLongAsALine() throws IOException {
        streams.out(DONE.replace("\"subtype\"", "\"noise\":\"" + "y".repeat(15 << 20) + "\",\"subtype\""));
        assertEquals("ok", streams.heard("claude").told().text());
    }

    @Test
    void controlCharactersAreNoPartOfAnAnswer() throws IOException {
        streams.out(DONE.replace("\"ok\"", "\"a\\u001b[31m\\u0007b\\n\\tc\\u0000\\r\""));
        assertEquals("a[31mb\n\tc", streams.heard("claude").told().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e30", "9999999999999999999999", "\"many\"", "[]", "1e999999999", "1e-999999999"})
    void usageThatCantBeIsNotCounted(String tokens) throws IOException {
        streams.out("{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":" + tokens
                + ",\"output_tokens\":7}}\n{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":" + tokens
                + ",\"output_tokens\":7}}\n");
        Heard heard = streams.heard("codex");
        assertEquals(7, heard.told().usage().output());
        assertEquals(0, heard.told().usage().input());
        assertEquals(1, heard.notes().size(), heard.notes()::toString);
        assertTrue(heard.notes().get(0).contains("was not counted"), heard.notes()::toString);
    }

    @Test
    void whatIsSaidBeforeTheStartIsTheReason() throws IOException {
        streams.out("Error: Invalid API key\nPlease run /login\n");
        assertEquals(
                "Error: Invalid API key / Please run /login",
                streams.heard("claude").told().reason());
        streams.out("").err("error: unknown option '--nope'\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "error: unknown option '--nope'", streams.heard("claude").told().reason());
        streams.out("node: bad\n");
        assertEquals("node: bad", streams.heard("openclaw").told().reason());
    }

    @Test
    void oneThatPrintsNothingSaysSo() throws IOException {
        streams.out("").err(new byte[0]);
        assertEquals("it printed nothing", streams.heard("gemini").told().reason());
        Files.delete(streams.attempt().stdout());
        Files.createDirectory(streams.attempt().stdout());
        assertEquals("it printed nothing", streams.heard("claude").told().reason());
        Files.delete(streams.attempt().stdout());
        assertEquals("it printed nothing", streams.heard("openclaw").told().reason());
    }

    @Test
    void anIdThatCouldBeAnOptionIsNone() throws IOException {
        streams.out("{\"type\":\"thread.started\",\"thread_id\":\"--dangerous\"}\n");
        assertNull(streams.heard("codex").told().conversation());
    }
}
