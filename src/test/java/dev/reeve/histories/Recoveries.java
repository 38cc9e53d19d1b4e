package dev.reeve.histories;

import dev.reeve.sim.SimMachine;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import dev.reeve.sim.Tree;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.SteppedSupervisor;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.stream.Collectors;

/** Recovery once more, where there is nothing left to recover. */
record Recoveries(Workspace workspace, Mutation mutation) {

    /** On a copy of the disk, where nothing else happens: the second recovery finds nothing left to do. */
    void twiceElsewhere(SimMachine machine) throws IOException {
        SimMachine copy = machine.afterPowerCut(Survival.ALL);
        String once = recovered(copy);
        copy.supervisorKilled();
        String twice = recovered(copy);
        Violation.unless(once.equals(twice), "the second recovery changed something:\n" + Difference.of(once, twice));
    }

    /** Where everything has come to rest, a recovery finds nothing to do at all. */
    void atRest(SimMachine machine) throws IOException {
        String rest = withoutTemporaries(String.join("\n", Tree.of(machine.disk, workspace)));
        machine.supervisorKilled();
        String after = withoutTemporaries(recovered(machine));
        Violation.unless(
                rest.equals(after), "a recovery changed what had come to rest:\n" + Difference.of(rest, after));
    }

    private String recovered(SimMachine machine) throws IOException {
        try {
            SteppedSupervisor.open(workspace, mutation.of(machine.world(Steps.UNDISTURBED)))
                    .recover();
        } catch (AlreadyRunning e) {
            throw new Violation(e.getMessage());
        }
        return String.join("\n", Tree.of(machine.disk, workspace));
    }

    /** A person who moves a folder while something in it is replaced takes one away; the next start sweeps it. */
    private static String withoutTemporaries(String tree) {
        return tree.lines().filter(line -> !line.contains(".tmp: ")).collect(Collectors.joining("\n"));
    }
}
