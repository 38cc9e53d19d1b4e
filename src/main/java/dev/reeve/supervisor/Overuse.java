package dev.reeve.supervisor;

import dev.reeve.agent.Resources;
import dev.reeve.files.Stat;
import dev.reeve.launch.Load;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Tree;
import dev.reeve.text.Durations;
import dev.reeve.text.Sizes;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether an attempt takes more of the machine than it may. All processes of it count together, which no limit of the
 * system itself does for programs of one user.
 */
final class Overuse {

    /** How often one that has limits is looked at. */
    static final Duration PAUSE = Duration.ofMillis(500);

    /** What is printed beyond the limit is cut in the end; beyond so many times as much it would fill the disk. */
    private static final int RUNAWAY = 10;

    private final Kit kit;
    private final long self;

    Overuse(Kit kit, long self) {
        this.kit = kit;
        this.self = self;
    }

    /** In words, what it takes too much of; null if all is well. */
    String of(Live live, AttemptFolder attempt) throws IOException {
        Resources most = live.resources;
        if (most.output() != null) {
            for (Path log : List.of(attempt.stdout(), attempt.stderr())) {
                Stat stat = kit.disk().stat(log);
                if (stat != null && stat.size() > RUNAWAY * most.output()) {
                    return "it printed " + Sizes.rounded(stat.size()) + ", more than " + RUNAWAY
                            + " times its `resources: {output: " + Sizes.written(most.output()) + "}`";
                }
            }
        }
        boolean tree = most.memory() != null || most.processes() != null || most.cpu() != null;
        long now = kit.time().nanos();
        if (!tree || live.weighed != null && now - live.weighed < PAUSE.toNanos()) {
            return null;
        }
        live.weighed = now;
        return ofTree(live, most);
    }

    private String ofTree(Live live, Resources most) throws IOException {
        Tree tree = Tree.look(kit.processes(), self, live.target());
        if (most.processes() != null && tree.others().size() > most.processes()) {
            return "it had " + tree.others().size() + " processes at once, and its `resources: {processes: "
                    + most.processes() + "}` allows no more";
        }
        List<Seen> all = new ArrayList<>(tree.others());
        if (tree.shim() != null) {
            // it has the times of those that have ended
            all.add(tree.shim());
        }
        long memory = 0;
        Duration cpu = Duration.ZERO;
        for (Seen seen : most.memory() == null && most.cpu() == null ? List.<Seen>of() : all) {
            Load load = kit.processes().loadOf(seen);
            if (load != null) {
                memory += load.memory();
                cpu = cpu.plus(load.cpu());
            }
        }
        if (most.memory() != null && memory > most.memory()) {
            return "it held " + Sizes.rounded(memory) + " of memory, and its `resources: {memory: "
                    + Sizes.written(most.memory()) + "}` allows no more";
        }
        return most.cpu() != null && cpu.compareTo(most.cpu()) > 0 ? tooMuchTime(most) : null;
    }

    static String tooMuchTime(Resources most) {
        return "it took more processor time than its `resources: {cpu: " + Durations.written(most.cpu()) + "}` allows";
    }
}
