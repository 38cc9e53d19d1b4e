package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shim with real programs, in the shell that a class below this one names. */
abstract class ShimContract {

    /** A shell sets these for itself, whoever calls it. */
    private static final Set<String> THE_SHELLS_OWN = Set.of("_", "SHLVL", "OLDPWD");

    private final String shell;

    @TempDir
    Path root;

    private Machine machine;

    ShimContract(String shell) {
        this.shell = shell;
    }

    private Machine machine() throws IOException {
        machine = new Machine(root, shell);
        return machine;
    }

    @AfterEach
    void leaveNothing() throws IOException {
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void theStatusIsTheProgramsOwn() throws IOException {
        Machine m = machine();
        int number = 0;
        for (int status : new int[] {0, 1, 3, 126, 127, 255}) {
            assertEquals(new ExitFile.Ended(status), m.run(m.attempt(++number), "exit " + status));
        }
        assertEquals(new ExitFile.Ended(128 + 9), m.run(m.attempt(++number), "kill -9 $$"));
        assertEquals(new ExitFile.Ended(128 + 15), m.run(m.attempt(++number), "kill -15 $$"));
        assertEquals("", Files.readString(m.attempt(number).stderr()), "the shell says nothing about the kill");
    }

    @Test
    void aProgramThatCannotBeExecutedIs126Or127AndSaysSo() throws IOException {
        Machine m = machine();
        AttemptFolder missing = m.attempt(1);
        m.awaitEnd(m.start(missing, "/nonexistent/program"));
        assertEquals(new ExitFile.Ended(127), ExitFile.read(m.disk, missing));
        assertTrue(Files.readString(missing.stderr()).contains("/nonexistent/program"));

        AttemptFolder plain = m.attempt(2);
        m.awaitEnd(m.start(plain, plain.prompt().toString()));
        assertEquals(new ExitFile.Ended(126), ExitFile.read(m.disk, plain));
        assertTrue(Files.readString(plain.stderr()).contains("ermission denied"));
    }

    @Test
    void thePidFileNamesTheShimInThisBoot() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        long pid = m.start(attempt, "/bin/sh", "-c", "echo up; read line </dev/zero");
        m.awaitFile(attempt.stdout());

        PidFile file = PidFile.read(m.disk, attempt);
        assertNotNull(file);
        assertEquals(m.processes.look(pid).identity(), file.shim());
        assertEquals(m.processes.home().boot(), file.boot());
        assertEquals(pid, m.processes.look(pid).session());
        assertEquals(new ExitFile.Claimed(), ExitFile.read(m.disk, attempt));
    }

    @Test
    void whatIsTakenIsNotRun() throws IOException {
        Machine m = machine();
        AttemptFolder begun = m.attempt(1);
        Files.writeString(begun.pid(), "1 1 b\n");
        assertEquals(new ExitFile.Missing(), m.run(begun, "echo ran"));
        assertEquals("", Files.readString(begun.stdout()));
        assertEquals("1 1 b\n", Files.readString(begun.pid()));

        AttemptFolder closed = m.attempt(2);
        assertTrue(ExitFile.closeNever(m.durable, closed));
        assertEquals(new ExitFile.Never(), m.run(closed, "echo ran"));
        assertEquals("", Files.readString(closed.stdout()));

        AttemptFolder ended = m.attempt(3);
        Files.writeString(ended.exit(), " 7\n");
        assertEquals(new ExitFile.Ended(7), m.run(ended, "echo ran"));
        assertEquals("", Files.readString(ended.stdout()));
    }

    @Test
    void aPidFileThatCannotBeWrittenIsNoClaim() throws IOException {
        Machine m = machine();
        assumeTrue(Files.exists(Path.of("/dev/full")), "this machine has no /dev/full");
        AttemptFolder attempt = m.attempt(1);
        Files.createSymbolicLink(attempt.pid(), Path.of("/dev/full"));
        assertEquals(new ExitFile.Missing(), m.run(attempt, "echo ran"));
        assertEquals("", Files.readString(attempt.stdout()));
    }

    @Test
    void aMovedFolderStillGetsItsStatus() throws IOException {
        Machine m = machine();
        Path go = root.resolve("go");
        AttemptFolder attempt = m.attempt(1);
        long pid = m.start(
                attempt, "/bin/sh", "-c", "echo up; until [ -e '" + go + "' ]; do sleep 0.01; done; echo end; exit 5");
        m.awaitFile(attempt.stdout());
        Files.move(m.task().path(), m.workspace.task(State.HELD, Machine.ID).path());
        Files.createFile(go);
        m.awaitEnd(pid);

        AttemptFolder moved = m.workspace.task(State.HELD, Machine.ID).attempt(1);
        assertEquals(new ExitFile.Ended(5), ExitFile.read(m.disk, moved));
        assertEquals("up\nend\n", Files.readString(moved.stdout()));
        assertFalse(Files.exists(m.task().path()), "nothing is made at the old place");
    }

    @Test
    void standardInputIsThePromptAndTheLogsAreTheOwnersAlone() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        assertEquals(new ExitFile.Ended(0), m.run(attempt, "cat; echo oops >&2"));
        assertEquals("the prompt\n", Files.readString(attempt.stdout()));
        assertEquals("oops\n", Files.readString(attempt.stderr()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(attempt.stdout())));
    }

    @Test
    void theEnvironmentIsExactlyWhatWasGiven() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        Map<String, String> given = m.environment(1);
        given.put("ODD", "a b\t'\"$HOME`\\ größe");
        given.put("EMPTY", "");
        given.put("signal", "kept");
        given.put("line", "kept");
        m.awaitEnd(m.start(attempt, given, List.of("/usr/bin/env", "-0")));

        Map<String, String> got = new TreeMap<>();
        for (String variable : Files.readString(attempt.stdout()).split("\0")) {
            got.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        got.keySet().removeAll(THE_SHELLS_OWN);
        assertEquals(new TreeMap<>(given), got);
    }

    @Test
    void nothingOfTheShimIsOpenOrSetInTheProgram() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        Path umask = root.resolve("made");
        m.run(attempt, "trap; ls /proc/self/fd; : >'" + umask + "'; : >'" + umask + "'");
        // ls itself has the folder open as 3; noclobber would refuse the second write
        assertEquals("0\n1\n2\n3\n", Files.readString(attempt.stdout()));
        assertEquals("", Files.readString(attempt.stderr()));
        Path mine = Files.createFile(root.resolve("mine"));
        assertTrue(Files.getPosixFilePermissions(umask).containsAll(Files.getPosixFilePermissions(mine)));
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        List<String> words = List.of("", " a  b ", "*", "$(id)", "-n", "new\nline", "'\"\\", "größe");
        List<String> program = new ArrayList<>(List.of("/usr/bin/printf", "[%s]"));
        program.addAll(words);
        m.awaitEnd(m.start(attempt, m.environment(1), program));
        assertEquals("[" + String.join("][", words) + "]", Files.readString(attempt.stdout()));
    }

    @Test
    void aRequestToEndReachesTheProgramAndNotTheShim() throws IOException {
        Machine m = machine();
        AttemptFolder attempt = m.attempt(1);
        long pid = m.start(attempt, "/bin/sh", "-c", "echo up; while :; do sleep 0.01; done");
        m.awaitFile(attempt.stdout());
        Seen shim = m.processes.look(pid);
        m.processes.signal(Processes.Signal.TERM, List.of(shim.identity()));
        assertEquals(shim, m.processes.look(pid), "the shim stays");
        m.processes.signal(
                Processes.Signal.TERM,
                Tree.look(m.processes, Machine.SELF, m.target(attempt)).others().stream()
                        .map(Seen::identity)
                        .toList());
        m.awaitEnd(pid);
        assertEquals(new ExitFile.Ended(143), ExitFile.read(m.disk, attempt));
    }

    @Test
    void theScriptStandsUnderItsHashAndIsMendedWhole() throws IOException {
        Machine m = machine();
        List<Path> installed = scripts(m);
        assertEquals(1, installed.size());
        String content = Files.readString(installed.get(0));
        Files.writeString(installed.get(0), "exit 0\n");
        Shim.install(m.durable, m.workspace);
        assertEquals(installed, scripts(m));
        assertEquals(content, Files.readString(installed.get(0)));
    }

    private static List<Path> scripts(Machine m) throws IOException {
        try (var names = Files.list(m.workspace.records())) {
            return names.sorted().toList();
        }
    }
}
