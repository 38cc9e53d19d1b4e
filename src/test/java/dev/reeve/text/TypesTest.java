package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Report report = new Report("f");

    @ParameterizedTest
    @CsvSource({
        "30m, PT30M",
        "200ms, PT0.2S",
        "2s, PT2S",
        "1h30m, PT1H30M",
        "1h 30m, PT1H30M",
        "7d, PT168H",
        "0s, PT0S",
        "90s, PT90S"
    })
    void durations(String written, Duration read) {
        assertEquals(read, read(Durations.ANY, written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30        | `30` has no unit; write `30s` for seconds or `30m` for minutes
            -5m       | `-5m` is negative; expected a duration with its unit
            30 min    | `30 min` is no duration; did you mean `30m`?
            5 minutes | `5 minutes` is no duration; did you mean `5m`?
            30M       | `30M` is no duration; did you mean `30m`?
            3 0m      | `3 0m` is no duration; expected a duration
            1h30      | `1h30` is no duration; expected a duration
            1.5h      | `1.5h` is no duration; expected a duration
            1:30      | `1:30` is no duration; expected a duration
            off       | `off` is no duration; expected a duration
            99999d    | `99999d` is too long; expected at most 36500d
            """)
    void badDurations(String written, String told) {
        assertWrong(Durations.ANY, written, told);
    }

    @Test
    void offIsADurationWhereItMayBe() {
        assertEquals(Duration.ZERO, read(Durations.POSITIVE_OR_OFF, "off"));
        assertWrong(Durations.POSITIVE_OR_OFF, "0s", "`0s` is too short; expected at least 1ms, or off for none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9s", "9h"})
    void aDurationOfAMillionCharactersIsAProblem(String part) {
        assertNull(read(Durations.ANY, part.repeat(1_000_000)));
    }

    @ParameterizedTest
    @CsvSource({"8KB, 8192", "8kb, 8192", "8KiB, 8192", "1B, 1", "2 MB, 2097152", "2GB, 2147483648"})
    void sizes(String written, long read) {
        assertEquals(read, read(Sizes.between(1, 1L << 40), written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8000 | `8000` is no size with a unit; write `8000B` for bytes or `8000KB` for kilobytes
            8k   | `8k` is no size with a unit; did you mean `8KB`?
            big  | `big` is no size with a unit; expected a size
            -1KB | `-1KB` is no size with a unit; expected a size
            2MB  | `2MB` is out of bounds; expected 1B to 1MB
            """)
    void badSizes(String written, String told) {
        assertWrong(Sizes.between(1, 1 << 20), written, told);
    }

    @ParameterizedTest
    @CsvSource({
        "0, is out of bounds",
        "4, is out of bounds",
        "1e9, is no whole number",
        "2.0, is no whole number",
        "99999999999, is out of bounds"
    })
    void badNumbers(String written, String told) {
        assertWrong(
                Numbers.between(1, 3), written, "`" + written + "` " + told + "; expected a whole number from 1 to 3");
    }

    @Test
    void aNumberIsReadInTensWhateverYamlThinks() {
        assertEquals(10, read(Numbers.between(1, 100), "010"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "On, true", "false, false", "no, false", "off, false"})
    void trueAndFalse(String written, boolean read) {
        assertEquals(read, read(Words.TRUE_OR_FALSE, written));
    }

    @Test
    void aWordThatIsNoneOfTheFewHasANearestOne() {
        assertWrong(Words.of(Problem.Severity.class), "eror", "`eror` is no value of it; did you mean `error`?");
        assertWrong(Words.of(Problem.Severity.class), "x", "`x` is no value of it; expected one of: error, warning");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T14:00:00Z, 2026-11-20T14:00:00Z",
        "2026-11-20T14:00+03:00, 2026-11-20T11:00:00Z",
        "2026-11-20T14:00[America/New_York], ",
        "2026-11-20T14:00-05:00[America/New_York], 2026-11-20T19:00:00Z",
        "2026-11-20T14:00, 2026-11-20T13:00:00Z",
        "2026-11-20 14:00, 2026-11-20T13:00:00Z",
        "2026-11-20 14:00:30, 2026-11-20T13:00:30Z",
        "2026-11-20, 2026-11-19T23:00:00Z",
        "2026-13-20, ",
        "20 November 2026, "
    })
    void times(String written, Instant read) {
        When when = read(When.TYPE, written);
        assertEquals(read, when == null ? null : when.at(BERLIN));
        assertEquals(read == null ? 1 : 0, report.problems().size());
    }

    @Test
    void aTimeMayBeADuration() {
        assertEquals(Duration.ofHours(2), read(When.TYPE, "2h").in());
        assertWrong(When.TYPE, "90", "`90` has no unit; write `90s` for seconds or `90m` for minutes");
        assertWrong(When.TYPE, "14:00", "`14:00` has no date; expected a duration such as 2h, or a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "", ".", "-a", "a b", "é", "a\nb"})
    void namesThatAreNotSafe(String name) {
        assertNull(read(Names.NAME_OF_ONE, name));
        assertTrue(only().contains("is no safe name"), only());
    }

    @Test
    void namesAreInLowerCase() {
        assertEquals("writer-2", read(Names.NAME_OF_ONE, "writer-2"));
        assertWrong(Names.NAME_OF_ONE, "Writer", "`Writer` is no safe name; names are in lower case: `writer`");
    }

    @Test
    void labelsAreForPeople() {
        assertEquals("Größe 🙂 \"x\"", read(Names.LABEL, "Größe 🙂 \"x\""));
        for (String bad : List.of("a/b", "..", ".x", "a\\b", "a\nb", " ", "x".repeat(101), "\u001b[2J")) {
            assertNull(read(Names.LABEL, bad));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "a/../../x", "~/x", "..", "a/.."})
    void pathsThatLeadOutside(String path) {
        assertNull(read(FilePaths.INSIDE, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.txt", "..a", "a..b/c"})
    void pathsThatStayInside(String path) {
        assertEquals(path, read(FilePaths.INSIDE, path));
    }

    @Test
    void oneValueStandsForAListOfOne() {
        assertEquals(List.of("a"), read(Lists.of(Names.LABEL), "a"));
    }

    @Test
    void whatATerminalObeysIsShownHarmless() {
        assertEquals("`a\\u001b[2Jb`", Quoted.of("a\u001b[2Jb"));
        assertEquals(63, Quoted.of("x".repeat(1_000_000)).length());
    }

    private <T> T read(Type<T> type, String written) {
        return type.read(new Value("key", new Node.Scalar(written, true, new Place(1, 1)), report));
    }

    private void assertWrong(Type<?> type, String written, String told) {
        Report fresh = new Report("f");
        assertNull(type.read(new Value("key", new Node.Scalar(written, true, new Place(1, 1)), fresh)));
        assertEquals(1, fresh.problems().size());
        String line = fresh.problems().get(0).toString();
        assertTrue(line.startsWith("f:1:1: `key`: " + told), line);
    }

    private String only() {
        assertEquals(1, report.problems().size(), () -> report.problems().toString());
        return report.problems().get(0).toString();
    }
}
