package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.ShimMoment;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.util.List;

/**
 * What a shim has left in its attempt's folder.
 *
 * @param pid is there, and whole
 * @param ran the program, once
 * @param fates what {@link Fate} says of it, step by step, until it is over
 */
record Left(boolean pid, ExitFile.State exit, boolean ran, List<Fate> fates) {

    static final Left NOTHING = new Left(false, new ExitFile.Missing(), false, List.of(Fate.CLOSE, Fate.CLOSED));
    static final Left PID_ALONE = new Left(true, new ExitFile.Missing(), false, List.of(Fate.CLOSE, Fate.CLOSED));
    static final Left CLAIM_WITHOUT_A_BYTE = new Left(true, new ExitFile.Empty(), false, List.of(Fate.CLOSED));
    static final Left CLAIM_ALONE = new Left(true, new ExitFile.Claimed(), false, List.of(Fate.LOST));
    static final Left NO_STATUS = new Left(true, new ExitFile.Claimed(), true, List.of(Fate.LOST));
    static final Left CLOSED_IN_TIME = new Left(true, new ExitFile.Never(), false, List.of(Fate.CLOSED));

    static Left ended(int status) {
        return new Left(true, new ExitFile.Ended(status), true, List.of(Fate.ENDED));
    }

    /** By a shim that dies at this moment; its program would exit with 3. */
    static Left byDeath(ShimMoment moment) {
        return switch (moment) {
            case PID -> NOTHING;
            case CLAIM -> PID_ALONE;
            case BYTE -> CLAIM_WITHOUT_A_BYTE;
            case PROGRAM -> CLAIM_ALONE;
            case STATUS -> NO_STATUS;
            case END -> ended(3);
        };
    }

    /** Looks, and then brings the attempt to its end. */
    static Left of(ShimStage stage, AttemptFolder attempt) throws IOException {
        boolean pid = PidFile.read(stage.disk, attempt) != null;
        ExitFile.State exit = ExitFile.read(stage.disk, attempt);
        String printed = stage.text(attempt.stdout());
        boolean ran = !printed.isEmpty();
        assertEquals(ran ? ShimProgram.RAN : "", printed, "it ran once or not at all");
        return new Left(pid, exit, ran, stage.fates(attempt));
    }
}
