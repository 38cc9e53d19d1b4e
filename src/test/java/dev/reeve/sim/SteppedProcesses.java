package dev.reeve.sim;

import dev.reeve.launch.DelegatingProcesses;
import dev.reeve.launch.Errand;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Spawn;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The processes as one process sees them: what it starts and signals is announced first. */
final class SteppedProcesses extends DelegatingProcesses {

    private final SimProcesses processes;
    private final Steps steps;

    SteppedProcesses(SimProcesses processes, Steps steps) {
        super(processes);
        this.processes = processes;
        this.steps = steps;
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        steps.before("spawn " + spawn.environment().get("REEVE_TASK_ID"), torn -> processes.spawnCutOff(spawn));
        return super.spawn(spawn, ended);
    }

    @Override
    public Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        try {
            steps.before("errand " + errand.argv(), null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return super.begin(errand, ended);
    }

    @Override
    public void signal(Signal signal, Collection<Identity> identities) throws IOException {
        if (!identities.isEmpty()) {
            steps.before("signal " + signal, null);
            super.signal(signal, identities);
        }
    }
}
