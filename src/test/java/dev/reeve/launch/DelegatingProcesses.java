package dev.reeve.launch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;

/** The processes of another machine, to be overridden where a test looks or meddles. */
public class DelegatingProcesses implements Processes {

    private final Processes processes;

    public DelegatingProcesses(Processes processes) {
        this.processes = processes;
    }

    @Override
    public Home home() {
        return processes.home();
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        return processes.spawn(spawn, ended);
    }

    @Override
    public Seen look(long pid) throws IOException {
        return processes.look(pid);
    }

    @Override
    public List<Seen> all() throws IOException {
        return processes.all();
    }

    @Override
    public Mark markOf(Seen process) throws IOException {
        return processes.markOf(process);
    }

    @Override
    public void signal(Signal signal, Collection<Identity> identities) throws IOException {
        processes.signal(signal, identities);
    }

    @Override
    public String complaintOf(List<String> argv) {
        return processes.complaintOf(argv);
    }

    @Override
    public Errand.Outcome run(Errand errand) throws IOException {
        return processes.run(errand);
    }

    @Override
    public Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        return processes.begin(errand, ended);
    }

    @Override
    public long ownPid(Seen process) throws IOException {
        return processes.ownPid(process);
    }

    @Override
    public Load loadOf(Seen process) throws IOException {
        return processes.loadOf(process);
    }
}
