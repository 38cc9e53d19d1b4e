package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.launch.Processes.Signal;
import dev.reeve.sim.ShimMoment;
import dev.reeve.sim.ShimMoment.Trouble;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other histories of a shim: what its program does, and what is done to the two while it runs. */
abstract class ShimHistories extends ShimMoments {

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 127, 255})
    void aProgramExits(int status) throws IOException {
        run(ShimProgram.exits(status));
        assertEquals(Left.ended(status), left(attempt));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"TERM", "KILL"})
    void aProgramIsEndedByASignal(Signal signal) throws IOException {
        long shim = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.signal(signal, program);
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(shim);
        assertEquals(Left.ended(signal == Signal.TERM ? 143 : 137), left(attempt));
    }

    @Test
    void aProgramHeedsNoTerm() throws IOException {
        long shim = stage.start(attempt, ShimProgram.haltsStubbornly());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.signal(Signal.TERM, program);
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(shim);
        assertEquals(Left.ended(5), left(attempt));
    }

    @Test
    void aHaltedProgramGoesOn() throws IOException {
        long shim = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        PidFile pid = PidFile.read(stage.disk, attempt);
        assertEquals(stage.processes.look(shim).identity(), pid.shim());
        assertEquals(stage.processes.home().boot(), pid.boot());
        assertEquals(new ExitFile.Claimed(), ExitFile.read(stage.disk, attempt));
        assertEquals(shim, program.parent());
        assertEquals(shim, program.session());

        stage.signal(Signal.CONT, program);
        stage.awaitEnd(shim);
        assertEquals(Left.ended(5), left(attempt));
    }

    @Test
    void aHaltedShimWritesTheStatusWhenItGoesOn() throws IOException {
        long pid = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        Seen shim = stage.processes.look(pid);
        stage.signal(Signal.STOP, shim);
        stage.awaitHalted(pid);
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(program.pid());
        assertEquals(new ExitFile.Claimed(), ExitFile.read(stage.disk, attempt));

        stage.signal(Signal.CONT, shim);
        stage.awaitEnd(pid);
        assertEquals(Left.ended(5), left(attempt));
    }

    @Test
    void whatIsTakenIsNotRun() throws IOException {
        byte[] somebodys = "1 1 b\n".getBytes(StandardCharsets.UTF_8);
        stage.disk.create(attempt.pid(), somebodys);
        run(ShimProgram.exits(0));
        assertEquals("1 1 b\n", stage.text(attempt.pid()));
        assertEquals(Left.PID_ALONE, left(attempt));
    }

    @Test
    void aStatusThatIsThereStays() throws IOException {
        stage.disk.create(attempt.exit(), " 7\n".getBytes(StandardCharsets.UTF_8));
        run(ShimProgram.exits(0));
        assertEquals(new Left(true, new ExitFile.Ended(7), false, List.of(Fate.ENDED)), left(attempt));
    }

    @Test
    void ofTwoShimsOneRuns() throws IOException {
        long first = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        run(ShimProgram.halts());
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(first);
        assertEquals(Left.ended(5), left(attempt));
    }

    @Test
    void aPersonMovesTheTaskWhileItsProgramRuns() throws IOException {
        long shim = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        AttemptFolder moved = stage.park();
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(shim);
        assertEquals(Left.ended(5), left(moved));
    }

    @Test
    void theShimIsKilledWhileItsProgramRuns() throws IOException {
        long pid = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.signal(Signal.KILL, stage.processes.look(pid));
        stage.awaitEnd(pid);
        assertEquals(program.identity(), stage.other(attempt).identity(), "it outlives its shim");
        assertEquals(new Left(true, new ExitFile.Claimed(), true, List.of(Fate.STOP, Fate.LOST)), left(attempt));
        assertNull(stage.processes.look(program.pid()));
    }

    @Test
    void theWholeGroupIsKilled() throws IOException {
        long pid = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.signal(Signal.KILL, stage.processes.look(pid), program);
        stage.awaitEnd(pid);
        stage.awaitEnd(program.pid());
        assertEquals(Left.NO_STATUS, left(attempt));
    }

    @Test
    void theWholeGroupIsAskedToEnd() throws IOException {
        long pid = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.signal(Signal.TERM, stage.processes.look(pid), program);
        stage.signal(Signal.CONT, program);
        stage.awaitEnd(pid);
        assertEquals(Left.ended(143), left(attempt));
    }

    @Test
    void theProgramRemovesItsExit() throws IOException {
        long pid = stage.start(attempt, ShimProgram.halts());
        Seen program = stage.awaitHaltedProgram(attempt);
        stage.disk.remove(attempt.exit());
        assertEquals(
                new Left(true, new ExitFile.Missing(), true, List.of(Fate.CLOSE, Fate.STOP, Fate.CLOSED)),
                left(attempt));
        assertNull(stage.processes.look(program.pid()));
        assertNull(stage.processes.look(pid));
        assertEquals(
                new ExitFile.Never(),
                ExitFile.read(stage.disk, attempt),
                "the shim writes to the file that it has open");
    }

    @Test
    void theProgramLeavesAChild() throws IOException {
        stage.awaitEnd(stage.start(attempt, ShimProgram.leavesAChild()));
        Seen child = stage.other(attempt);
        assertEquals(new Left(true, new ExitFile.Ended(3), true, List.of(Fate.STOP, Fate.ENDED)), left(attempt));
        assertNull(stage.processes.look(child.pid()));
    }

    @Test
    void itIsToldOfAnotherBoot() throws IOException {
        Home home = new Home("another-boot", stage.processes.home().pidNamespace());
        CommandFiles.write(stage.durable, attempt, List.of("sh"), home, stage.now());
        stage.awaitEnd(stage.start(attempt, home, ShimProgram.exits(3), ShimMoment.PID, Trouble.NONE));
        PidFile pid = PidFile.read(stage.disk, attempt);
        assertNotNull(pid);
        assertEquals("another-boot", pid.boot());
        assertEquals(new Left(true, new ExitFile.Ended(3), true, List.of(Fate.LOST)), left(attempt));
    }

    private void run(ShimProgram program) throws IOException {
        stage.awaitEnd(stage.start(attempt, program));
    }
}
