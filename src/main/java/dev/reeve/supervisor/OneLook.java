package dev.reeve.supervisor;

import dev.reeve.launch.Errand;
import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Load;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Spawn;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;

/**
 * The machine's processes, listed once for all attempts that are looked at in one go: most of the cost of an attempt's end
 * is the question whether anything of it is left.
 *
 * <p>An attempt whose processes are not in a list that was made after its start has none: nothing is left that could make
 * another. One that is in the list may be gone by now, and is looked at again.
 */
final class OneLook implements Processes {

    private final Processes machine;
    private List<Seen> listed;

    OneLook(Processes machine) {
        this.machine = machine;
    }

    /** What was listed before counts no longer. */
    void newLook() {
        listed = null;
    }

    @Override
    public Home home() {
        return machine.home();
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        listed = null;
        return machine.spawn(spawn, ended);
    }

    @Override
    public Seen look(long pid) throws IOException {
        return machine.look(pid);
    }

    @Override
    public List<Seen> all() throws IOException {
        if (listed == null) {
            listed = machine.all();
        }
        return listed;
    }

    @Override
    public Mark markOf(Seen process) throws IOException {
        return machine.markOf(process);
    }

    @Override
    public void signal(Signal signal, Collection<Identity> processes) throws IOException {
        listed = null;
        machine.signal(signal, processes);
    }

    @Override
    public String complaintOf(List<String> argv) {
        return machine.complaintOf(argv);
    }

    @Override
    public Errand.Outcome run(Errand errand) throws IOException {
        return machine.run(errand);
    }

    @Override
    public Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        return machine.begin(errand, ended);
    }

    @Override
    public long ownPid(Seen process) throws IOException {
        return machine.ownPid(process);
    }

    @Override
    public Load loadOf(Seen process) throws IOException {
        return machine.loadOf(process);
    }
}
