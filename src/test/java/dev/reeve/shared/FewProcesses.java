package dev.reeve.shared;

import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Spawn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine on which only those processes live that a test names. */
final class FewProcesses implements Processes {

    private final Map<Long, Seen> living = new HashMap<>();
    private Home home = new Home("boot-1", "pid:[1]");

    Identity start(long pid, String start) {
        Identity identity = new Identity(pid, start);
        living.put(pid, new Seen(identity, 1, pid, pid, "program"));
        return identity;
    }

    void end(Identity process) {
        living.remove(process.pid());
    }

    void boot(String name) {
        living.clear();
        home = new Home(name, home.pidNamespace());
    }

    void in(Home other) {
        home = other;
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public Seen look(long pid) {
        return living.get(pid);
    }

    @Override
    public List<Seen> all() {
        return List.copyOf(living.values());
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mark markOf(Seen process) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signal(Signal signal, Collection<Identity> processes) {
        throw new UnsupportedOperationException();
    }
}
