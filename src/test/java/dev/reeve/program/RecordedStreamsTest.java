package dev.reeve.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.program.Told.End;
import dev.reeve.task.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in presets make of what the real programs printed. */
class RecordedStreamsTest {

    @TempDir
    Path folder;

    private Streams streams;

    @BeforeEach
    void setUp() {
        streams = new Streams(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "claude, success, first answer, 11111111-1111-4111-8111-111111111111, 21231, 3, 63738, claude-sonnet-4-5",
        "codex, success, first answer, 01a1fd87-0494-7500-a1e6-7857d5b086af, 10032, 3, , ",
        "gemini, success, wrote, 33333333-1111-4111-8111-111111111112, 23603, 15, , gemini-2.5-pro",
        "opencode, steps, wrote, ses_e02781e78ffeIOt92GQzlKBFtr, 15503, 15, , ",
        "openclaw, success, done, , 9117, 3, 12300, claude-sonnet-4-5"
    })
    void aRunThatWentWell(
            String program, String recorded, String text, String id, long input, long output, Long cost, String model)
            throws IOException {
        Heard heard = streams.heard(program, recorded);
        assertEquals(
                new Told(End.SUCCESS, text, null, id, new Usage(input, 0, output, cost, model), 0, null, null, 0),
                heard.told());
        assertEquals(java.util.List.of(), heard.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "claude, failure, API Error: Repeated 529 Overloaded, 0",
        "codex, failure, unexpected status 529, 0",
        "codex, limited, exceeded retry limit, 0",
        "gemini, failure, bad request 400, ",
        "opencode, failure, overloaded 529, 0",
        "openclaw, failure, 429 too many requests, 0"
    })
    void aFailureIsToldInTheProgramsOwnWords(String program, String recorded, String reason, Integer pause)
            throws IOException {
        Told told = streams.heard(program, recorded).told();
        assertEquals(End.FAILURE, told.end());
        assertTrue(told.reason().contains(reason), told.reason());
        assertEquals(pause == null ? null : Duration.ofSeconds(pause), told.pause());
    }

    @ParameterizedTest
    @CsvSource({"claude, 3", "gemini, 1", "opencode, 1"})
    void refusedToolCallsAreCounted(String program, int denied) throws IOException {
        Told told = streams.heard(program, "denial").told();
        assertEquals(End.SUCCESS, told.end());
        assertEquals(denied, told.denied());
    }

    @ParameterizedTest
    @CsvSource({"claude", "codex", "gemini", "opencode"})
    void aConversationThatIsForgottenIsRecognised(String program) throws IOException {
        Heard heard = streams.heard(program, "forgotten");
        assertTrue(heard.forgotten());
        assertTrue(heard.told().end() != End.SUCCESS);
    }

    /** The recorded second run of a conversation counts the first as well. */
    @ParameterizedTest
    @CsvSource({"claude, 21299, 4, 63957", "codex, 16683, 4, "})
    void whatAConversationHadBeforeIsTakenOff(String program, long input, long output, Long cost) throws IOException {
        Usage first = streams.heard(program, "success").total();
        streams.out(Streams.recorded(program + "/resumed.out"));
        Usage second = streams.heard(program, first).told().usage();
        assertEquals(input, second.input());
        assertEquals(output, second.output());
        assertEquals(cost, second.cost());
    }

    @Test
    void whatCountsOfOneRunAloneIsTakenAsItIs() throws IOException {
        Usage first = streams.heard("gemini", "success").total();
        streams.out(Streams.recorded("gemini/resumed.out"));
        assertEquals(11920, streams.heard("gemini", first).told().usage().input());
    }

    @Test
    void itsOwnRetriesAreToldUntilItGoesOn() throws IOException {
        String all = new String(Streams.recorded("claude/retry.out"), java.nio.charset.StandardCharsets.UTF_8);
        int assistant = all.indexOf("{\"type\":\"assistant\"");
        Listening listening = new Listening(new dev.reeve.files.RealDisk(), Presets.builtIn("claude"));
        streams.out(all.substring(0, assistant));
        Told retrying = listening.now(streams.attempt(), null).told();
        assertEquals("try 1 of 2: 429 rate_limit", retrying.retrying());
        assertEquals(Duration.ZERO, retrying.pause());
        streams.out(all);
        Told done = listening.all(streams.attempt(), null).told();
        assertNull(done.retrying());
        assertNull(done.pause());
        assertEquals("after retry", done.text());
    }

    @Test
    void geminiComplainsOfItsRetriesOnStandardError() throws IOException {
        streams.out(Streams.recorded("gemini/retry.out")).err(Streams.recorded("gemini/retry.err"));
        Told told = new Listening(new dev.reeve.files.RealDisk(), Presets.builtIn("gemini"))
                .now(streams.attempt(), null)
                .told();
        assertTrue(told.retrying().contains("failed with status 429"), told.retrying());
        assertEquals(Duration.ZERO, told.pause());
    }

    /** A run that got a signal ends with status 0, and without its last event. */
    @ParameterizedTest
    @CsvSource({"claude, success", "codex, success", "gemini, success", "opencode, steps"})
    void withoutItsLastEventNothingWentWell(String program, String recorded) throws IOException {
        String all = new String(
                Streams.recorded(program + "/" + recorded + ".out"), java.nio.charset.StandardCharsets.UTF_8);
        int last = all.lastIndexOf('\n', all.length() - 2) + 1;
        streams.out(all.substring(0, last));
        assertNull(streams.heard(program).told().end());

        streams.out(all.substring(0, all.length() - 10));
        Heard torn = streams.heard(program);
        assertNull(torn.told().end());
        assertEquals("its output ends in the middle of an event", torn.told().reason());
    }

    @ParameterizedTest
    @CsvSource({"claude, success", "codex, success", "gemini, success", "opencode, steps"})
    void theLastEventCountsWithoutTheEndOfItsLine(String program, String recorded) throws IOException {
        byte[] all = Streams.recorded(program + "/" + recorded + ".out");
        streams.out(java.util.Arrays.copyOf(all, all.length - 1));
        assertEquals(End.SUCCESS, streams.heard(program).told().end());
    }
}
