package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the systems print about processes, as it was recorded. */
class TablesTest {

    @Test
    void fieldsAreCountedFromTheLastParenthesis() {
        String rest = " S 4700 4711 4712 0 -1 4194304 234 0 4 0 0 0 0 0 20 0 1 0 158311 8069120 1247\n";
        for (String name : List.of("sh", "a b", "a) S 1 1 1 (b", "two\nlines", ")")) {
            assertEquals(
                    new Seen(new Identity(4711, "158311"), 4700, 4711, 4712, name),
                    ProcStat.parse("4711 (" + name + ")" + rest));
        }
    }

    @Test
    void zombiesAndHalfLinesAreNobody() {
        assertNull(ProcStat.parse("9 (sh) Z 1 9 9 0 -1 4 0 0 0 0 0 0 0 0 20 0 1 0 158311 0\n"));
        assertNull(ProcStat.parse("9 (sh) S 1 9"));
        assertNull(ProcStat.parse(""));
    }

    @Test
    void aProcessWhoseFirstThreadHasEndedLives() {
        String line = "9 (sh) Z 1 9 9 0 -1 4 0 0 0 0 0 0 0 0 20 0 THREADS 0 158311 0\n";
        assertNull(ProcStat.parse(line.replace("THREADS", "1")));
        assertEquals(
                new Identity(9, "158311"),
                ProcStat.parse(line.replace("THREADS", "2")).identity());
    }

    @Test
    void anEnvironmentHasItsLengthWhenTheNewProgramIsThere() {
        assertEquals(ProcStat.IN_EXEC, ProcStat.environmentLength(stat(USER, 0, 0, 0)), "it has no place yet");
        assertEquals(ProcStat.IN_EXEC, ProcStat.environmentLength(stat(USER, 0, 140, 140)), "it has no end yet");
        assertEquals(50, ProcStat.environmentLength(stat(USER, 77, 140, 190)));
        assertEquals(0, ProcStat.environmentLength(stat(USER, 77, 140, 140)), "env -i");
        assertEquals(0, ProcStat.environmentLength(stat(KERNEL_THREAD, 0, 0, 0)));
    }

    private static final long USER = 4194304;
    private static final long KERNEL_THREAD = 2129984;

    private static String stat(long flags, long codeEnd, long environmentStart, long environmentEnd) {
        return "9 (sh) S 1 9 9 0 -1 " + flags + " 0".repeat(17) + " " + codeEnd + " 0".repeat(22) + " "
                + environmentStart + " " + environmentEnd + " 0\n";
    }

    @Test
    void psRowsAreRead() {
        String recorded = """
                    1     0     1 Ss   Fri Nov 20 09:12:01 2026     /sbin/launchd
                 8123     1  8123 Ss   Fri Nov  6 21:02:59 2026     /bin/sh /Users/me/ws/state/shim-1.sh /Users/me/ws/x b
                 8124  8123  8123 Z    Fri Nov  6 21:03:00 2026     (python3)
                """;
        assertEquals(
                List.of(
                        new Seen(new Identity(1, "Fri_Nov_20_09:12:01_2026"), 0, 1, 1, "/sbin/launchd"),
                        new Seen(
                                new Identity(8123, "Fri_Nov_6_21:02:59_2026"),
                                1,
                                8123,
                                8123,
                                "/bin/sh /Users/me/ws/state/shim-1.sh /Users/me/ws/x b")),
                PsTable.parse(recorded));
    }

    @Test
    void theBootOfAMacIsItsTime() throws IOException {
        assertEquals(
                new Home("boottime-1700000000", "-"),
                PsTable.parseBoot("{ sec = 1700000000, usec = 12345 } Tue Nov 14 22:13:20 2023\n"));
        assertThrows(IOException.class, () -> PsTable.parseBoot("unknown oid\n"));
    }

    @Test
    void aShimWithoutAStartTimeIsKnownByItsArguments() {
        String id = "20261120-140211-k3f9-hi";
        Target target = new Target(new Identity(8123, Identity.UNKNOWN_START), new Mark("/ws", id, 1), false);
        String path = "/ws/running/" + id + "/attempts/1";
        assertTrue(target.isShim(seen(8123, "/bin/sh /ws/state/shim-1.sh " + path + " boottime-1 /bin/cat")));
        assertTrue(!target.isShim(seen(8123, "/bin/sh /ws/state/shim-1.sh " + path + "2 boottime-1 /bin/cat")));
        assertTrue(!target.isShim(seen(8124, "/bin/sh /ws/state/shim-1.sh " + path + " boottime-1 /bin/cat")));
    }

    @Test
    void aMarkIsWholeOrNone() {
        assertEquals(
                new Mark("/wörk", "t", 3), mark("A=1", "REEVE_WORKSPACE=/wörk", "REEVE_TASK_ID=t", "REEVE_ATTEMPT=3"));
        assertNull(mark("REEVE_WORKSPACE=/w", "REEVE_TASK_ID=t"));
        assertNull(mark("REEVE_WORKSPACE=/w", "REEVE_TASK_ID=t", "REEVE_ATTEMPT=x"));
        assertNull(mark("XREEVE_WORKSPACE=/w", "REEVE_TASK_ID=t", "REEVE_ATTEMPT=1"));
        assertNull(mark());
    }

    @Test
    void aSessionIsMadeBySetsidOrByPerl() throws IOException {
        assertEquals(List.of("/usr/bin/setsid"), Session.starter(path -> true));
        assertEquals(
                "/usr/bin/perl", Session.starter(path -> path.endsWith("perl")).get(0));
        IOException none = assertThrows(IOException.class, () -> Session.starter(path -> false));
        assertTrue(none.getMessage().contains("install util-linux"), none.getMessage());
    }

    @Test
    void lettersThatTheLocaleCannotExpressAreRefused() throws IOException {
        NativeText.check(List.of("größe"), StandardCharsets.UTF_8, "the path");
        IOException refused = assertThrows(
                IOException.class,
                () -> NativeText.check(List.of("größe"), StandardCharsets.US_ASCII, "the variable A"));
        assertTrue(refused.getMessage().startsWith("the variable A has letters"), refused.getMessage());
        assertTrue(!refused.getMessage().contains("größe"), "a value may be a secret");
    }

    private static Seen seen(long pid, String command) {
        return new Seen(new Identity(pid, "x"), 1, pid, pid, command);
    }

    private static Mark mark(String... variables) {
        StringBuilder all = new StringBuilder();
        for (String variable : variables) {
            all.append(variable).append('\0');
        }
        return Marks.parse(all.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
