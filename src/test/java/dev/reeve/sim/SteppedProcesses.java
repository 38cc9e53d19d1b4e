package dev.reeve.sim;

import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Spawn;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The processes as one process sees them: what it starts and signals is announced first. */
final class SteppedProcesses implements Processes {

    private final SimProcesses processes;
    private final Steps steps;

    SteppedProcesses(SimProcesses processes, Steps steps) {
        this.processes = processes;
        this.steps = steps;
    }

    @Override
    public Home home() {
        return processes.home();
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        steps.before("spawn " + spawn.environment().get("REEVE_TASK_ID"), torn -> processes.spawnCutOff(spawn));
        return processes.spawn(spawn, ended);
    }

    @Override
    public Seen look(long pid) {
        return processes.look(pid);
    }

    @Override
    public List<Seen> all() {
        return processes.all();
    }

    @Override
    public Mark markOf(Seen process) {
        return processes.markOf(process);
    }

    @Override
    public void signal(Signal signal, Collection<Identity> identities) throws IOException {
        if (!identities.isEmpty()) {
            steps.before("signal " + signal, null);
            processes.signal(signal, identities);
        }
    }
}
