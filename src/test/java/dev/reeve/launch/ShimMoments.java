package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.Processes.Signal;
import dev.reeve.sim.ShimMoment;
import dev.reeve.sim.ShimMoment.Trouble;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a shim leaves behind when something happens to it right before any of its steps, and what recovery makes of that:
 * {@code shim.sh} in each shell, and its second implementation in the simulator, which the crash tests rely on. Where they
 * differ the simulated one is wrong.
 */
abstract class ShimMoments {

    ShimStage stage;
    AttemptFolder attempt;

    abstract ShimStage stage() throws IOException;

    @BeforeEach
    void makeAnAttempt() throws IOException {
        stage = stage();
        attempt = stage.attempt();
    }

    @AfterEach
    void leaveNothing() throws IOException {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAttemptIsClosed(ShimMoment moment) throws IOException {
        Seen shim = haltedAt(moment);
        boolean inTime = moment.compareTo(ShimMoment.CLAIM) <= 0;
        assertEquals(inTime, ExitFile.closeNever(stage.durable, attempt));
        letGoOn(shim);
        assertEquals(inTime ? Left.CLOSED_IN_TIME : Left.ended(3), left(attempt));
    }

    @ParameterizedTest
    @EnumSource
    void theShimIsKilled(ShimMoment moment) throws IOException {
        Seen shim = haltedAt(moment);
        stage.signal(Signal.KILL, shim);
        stage.awaitEnd(shim.pid());
        assertEquals(Left.byDeath(moment), left(attempt));
    }

    /** Until it has its handlers; from then on it stays to write the status. */
    @ParameterizedTest
    @EnumSource
    void theShimIsAskedToEnd(ShimMoment moment) throws IOException {
        Seen shim = haltedAt(moment);
        stage.signal(Signal.TERM, shim);
        letGoOn(shim);
        assertEquals(moment.compareTo(ShimMoment.BYTE) <= 0 ? Left.byDeath(moment) : Left.ended(3), left(attempt));
    }

    @ParameterizedTest
    @EnumSource(names = {"PID", "BYTE", "STATUS"})
    void theShimIsKilledWithinAWrite(ShimMoment moment) throws IOException {
        stage.awaitEnd(stage.start(attempt, stage.processes.home(), ShimProgram.exits(3), moment, Trouble.CUT_OFF));
        assertEquals(Left.byDeath(moment), left(attempt));
    }

    @ParameterizedTest
    @EnumSource(names = {"PID", "BYTE", "STATUS"})
    void nothingThatIsWrittenFindsRoom(ShimMoment moment) throws IOException {
        stage.awaitEnd(stage.start(attempt, stage.processes.home(), ShimProgram.exits(3), moment, Trouble.NO_SPACE));
        assertEquals(Left.byDeath(moment), left(attempt));
    }

    @ParameterizedTest
    @EnumSource
    void aPersonMovesTheTask(ShimMoment moment) throws IOException {
        Seen shim = haltedAt(moment);
        AttemptFolder moved = stage.park();
        letGoOn(shim);
        Left expected = switch (moment) {
            case PID -> Left.NOTHING;
            case CLAIM -> Left.PID_ALONE;
            default -> Left.ended(3);
        };
        assertEquals(expected, left(moved));
        assertNull(stage.disk.stat(stage.task().path()), "nothing is made at the old place");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonRemovesTheTask(ShimMoment moment) throws IOException {
        Seen shim = haltedAt(moment);
        stage.durable.removeTree(stage.task().path());
        letGoOn(shim);
        assertNull(stage.disk.stat(stage.task().path()), "nothing is made at the old place");
        assertTrue(stage.tree(attempt).isGone());
    }

    private Seen haltedAt(ShimMoment moment) throws IOException {
        long pid = stage.start(attempt, stage.processes.home(), ShimProgram.exits(3), moment, Trouble.HALTED);
        stage.awaitHalted(pid);
        return stage.processes.look(pid);
    }

    private void letGoOn(Seen shim) throws IOException {
        stage.signal(Signal.CONT, shim);
        stage.awaitEnd(shim.pid());
    }

    final Left left(AttemptFolder where) throws IOException {
        return Left.of(stage, where);
    }
}
