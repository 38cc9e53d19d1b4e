package dev.reeve.histories;

import dev.reeve.sim.SimMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that is looked at while a history is played, and when. */
final class Checks {

    private final Play play;
    private final Promises promises;
    private final WholeFiles wholeFiles = new WholeFiles();
    private final List<Invariant> invariants;
    private final Recoveries recoveries;

    Checks(Play play, Mutation mutation) {
        this.play = play;
        this.promises = new Promises(play.workspace());
        this.invariants = List.of(promises, wholeFiles, new Company(), new Agreement(), new Lasting(), new Accounts());
        this.recoveries = new Recoveries(play.workspace(), mutation);
    }

    Promises promises() {
        return promises;
    }

    /** Something has changed there. */
    void saw(Path path) {
        promises.saw(path);
        wholeFiles.saw(path);
    }

    void atStep() throws IOException {
        for (Invariant invariant : invariants) {
            invariant.atStep(play);
        }
    }

    void afterTurn() throws IOException {
        for (Invariant invariant : invariants) {
            invariant.afterTurn(play);
        }
    }

    void afterCrash(SimMachine machine) throws IOException {
        for (Invariant invariant : invariants) {
            invariant.afterCrash(play);
        }
        recoveries.twiceElsewhere(machine);
    }

    void atRest(SimMachine machine) throws IOException {
        new Judgement(play).pass();
        Agreement.check(play);
        Lasting.check(play);
        recoveries.atRest(machine);
        new Tidiness(play).nothingIsLeftBehind(play.workspace().root());
    }
}
