package dev.reeve.histories;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.launch.DelegatingProcesses;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Spawn;
import dev.reeve.sim.Worlds;
import dev.reeve.supervisor.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two steps that follow upon each other change places. A step is what others can see: a name that appears, changes or goes,
 * a line, a process, a signal. Its forces go with it.
 */
final class Swapped implements Mutation {

    private final Pair wanted;
    private final Consumer<Pair> heard;

    /** Two steps that were taken one after the other. @param ofAnother the second is another task's */
    record Pair(String first, String second, boolean ofAnother) implements Comparable<Pair> {

        static Pair of(Act first, Act second) {
            return new Pair(first.what(), second.what(), second.isOfAnotherThan(first));
        }

        @Override
        public int compareTo(Pair other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return first + ", then " + second + (ofAnother ? " of another" : "");
        }
    }

    /** @param heard told of each two steps that follow upon each other in one turn */
    private Swapped(Pair wanted, Consumer<Pair> heard) {
        this.wanted = wanted;
        this.heard = heard;
    }

    static Mutation of(Pair wanted) {
        return new Swapped(wanted, pair -> {});
    }

    static Mutation listening(Consumer<Pair> heard) {
        return new Swapped(null, heard);
    }

    @Override
    public World of(World world) {
        Hands hands = new Hands();
        Disk disk = new SwappingDisk(world.durable().disk(), hands);
        return Worlds.with(world, new Durable(disk, world.random()), new SwappingProcesses(world.processes(), hands));
    }

    @Override
    public String toString() {
        return "swapped: " + wanted;
    }

    private interface Action {
        void take() throws IOException;
    }

    /** What one supervisor has taken and what it holds back. */
    private final class Hands {

        private final List<Action> held = new ArrayList<>();
        private Act last;

        void step(Act act, Action action) throws IOException {
            Pair pair = last == null ? null : Pair.of(last, act);
            last = act;
            if (pair != null) {
                heard.accept(pair);
            }
            if (!held.isEmpty() && pair.equals(wanted)) {
                action.take();
                release();
                return;
            }
            release();
            if (wanted != null && act.what().equals(wanted.first)) {
                held.add(action);
            } else {
                action.take();
            }
        }

        /** What goes with the step before it. */
        void with(Action action) throws IOException {
            if (held.isEmpty()) {
                action.take();
            } else {
                held.add(action);
            }
        }

        void release() throws IOException {
            List<Action> now = List.copyOf(held);
            held.clear();
            for (Action action : now) {
                action.take();
            }
        }

        void turnBegins() throws IOException {
            release();
            last = null;
        }
    }

    private static final class SwappingDisk extends DelegatingDisk {

        private final Disk disk;
        private final Hands hands;

        SwappingDisk(Disk disk, Hands hands) {
            super(disk);
            this.disk = disk;
            this.hands = hands;
        }

        @Override
        public void create(Path file, byte[] content) throws IOException {
            if (Role.isTemporary(file)) {
                disk.create(file, content);
            } else {
                hands.step(Act.of("make", file), () -> disk.create(file, content));
            }
        }

        @Override
        public void append(Path file, byte[] content) throws IOException {
            if (Act.isAside(file)) {
                hands.with(() -> disk.append(file, content));
            } else {
                hands.step(Act.line(file, content), () -> disk.append(file, content));
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            if (Role.isTemporary(to)) {
                // only tries whether renames work
                disk.rename(from, to);
            } else if (Act.isAside(to)) {
                hands.with(() -> disk.rename(from, to));
            } else {
                hands.step(Act.rename(from, to), () -> disk.rename(from, to));
            }
        }

        @Override
        public void link(Path existing, Path name) throws IOException {
            hands.step(Act.of("link", name), () -> disk.link(existing, name));
        }

        @Override
        public void remove(Path path) throws IOException {
            if (Role.isTemporary(path)) {
                disk.remove(path);
            } else {
                // whether it was there is asked by trying
                hands.release();
                disk.remove(path);
            }
        }

        @Override
        public void forceFile(Path file) throws IOException {
            if (Role.isTemporary(file)) {
                disk.forceFile(file);
            } else {
                hands.with(() -> disk.forceFile(file));
            }
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            hands.with(() -> disk.forceFolder(folder));
        }

        @Override
        public HeldLock lock(Path file) throws IOException {
            HeldLock lock = disk.lock(file);
            return lock == null
                    ? null
                    : new HeldLock() {
                        @Override
                        public boolean stillNamed() throws IOException {
                            hands.turnBegins();
                            return lock.stillNamed();
                        }

                        @Override
                        public void close() throws IOException {
                            lock.close();
                        }
                    };
        }
    }

    private static final class SwappingProcesses extends DelegatingProcesses {

        private final Hands hands;

        SwappingProcesses(Processes processes, Hands hands) {
            super(processes);
            this.hands = hands;
        }

        /** Its pid is needed at once: others can be put off until after it, and it never. */
        @Override
        public long spawn(Spawn spawn, Runnable ended) throws IOException {
            long[] pid = {0};
            Act start = new Act("start the shim", spawn.environment().get("REEVE_TASK_ID"));
            hands.step(start, () -> pid[0] = super.spawn(spawn, ended));
            if (pid[0] == 0) {
                hands.release();
            }
            return pid[0];
        }

        @Override
        public void signal(Signal signal, Collection<Identity> identities) throws IOException {
            if (identities.isEmpty()) {
                return;
            }
            Seen first = look(identities.iterator().next().pid());
            Mark mark = first == null ? null : markOf(first);
            Act send = new Act("send " + signal, mark == null ? null : mark.task());
            hands.step(send, () -> super.signal(signal, identities));
        }
    }
}
