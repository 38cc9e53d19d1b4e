package dev.reeve.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;

/**
 * The processes of this machine. Signals wait for the shell that sends them, some milliseconds; nothing else waits.
 *
 * <p>Linux is read from {@code /proc}; macOS from {@code ps}, which is not yet proved on a Mac.
 */
public final class RealProcesses implements Processes {

    private static final String SHELL = "/bin/sh";

    private final ProcessTable table;
    private final Signaller signaller;
    private final Spawner spawner;
    private final Home home;

    RealProcesses(ProcessTable table, Signaller signaller, Spawner spawner) throws IOException {
        this.table = table;
        this.signaller = signaller;
        this.spawner = spawner;
        this.home = table.home();
    }

    /** @throws IOException if this system does not tell what must be known about processes */
    public static RealProcesses ofThisMachine() throws IOException {
        Path proc = Path.of("/proc");
        boolean linux = Files.exists(proc.resolve("self/stat"));
        ProcessTable table = linux ? new ProcTable(proc) : new PsTable();
        String script = Resource.text(linux ? "signal.sh" : "signal-ps.sh");
        return new RealProcesses(table, new Signaller(SHELL, script), new Spawner(NativeText.charset()));
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        return spawner.spawn(spawn, ended);
    }

    @Override
    public Seen look(long pid) throws IOException {
        return table.look(pid);
    }

    @Override
    public List<Seen> all() throws IOException {
        return table.all();
    }

    @Override
    public Mark markOf(Seen process) throws IOException {
        return table.markOf(process);
    }

    @Override
    public void signal(Signal signal, Collection<Identity> processes) throws IOException {
        signaller.send(signal, processes);
    }

    @Override
    public String complaintOf(List<String> argv) {
        return Trial.of(argv);
    }

    @Override
    public Errand.Outcome run(Errand errand) throws IOException {
        return ErrandRun.of(errand);
    }

    @Override
    public Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        return new ErrandBeside(this).begin(errand, ended);
    }

    @Override
    public long ownPid(Seen process) throws IOException {
        return table.ownPid(process);
    }

    @Override
    public Load loadOf(Seen process) throws IOException {
        return table.loadOf(process);
    }
}
