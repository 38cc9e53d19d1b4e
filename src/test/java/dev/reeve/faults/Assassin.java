package dev.reeve.faults;

import dev.reeve.launch.Mark;
import dev.reeve.launch.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Kills shims and agents with -9, and remembers whose they were: nobody else's attempt may be lost. */
final class Assassin {

    private final FaultWorkspace live;
    private final Random random;
    private final Set<String> victims = new HashSet<>();
    private int strikes;

    Assassin(FaultWorkspace live, Random random) {
        this.live = live;
        this.random = random;
    }

    /** A shim, any one process, or all that there is of an attempt; nobody if none is at work. */
    void strike() throws IOException {
        Map<Mark, List<Seen>> marked = live.marked();
        if (marked.isEmpty()) {
            return;
        }
        Mark mark = new ArrayList<>(marked.keySet()).get(random.nextInt(marked.size()));
        List<Seen> all = marked.get(mark);
        List<Seen> targets = switch (random.nextInt(3)) {
            case 0 -> all.stream().filter(seen -> seen.pid() == seen.session()).toList();
            case 1 -> List.of(all.get(random.nextInt(all.size())));
            default -> all;
        };
        victims.add(mark.task() + " " + mark.attempt());
        targets.forEach(seen -> ProcessHandle.of(seen.pid()).ifPresent(ProcessHandle::destroyForcibly));
        strikes += targets.isEmpty() ? 0 : 1;
    }

    boolean struck(String run) {
        return victims.contains(run);
    }

    int strikes() {
        return strikes;
    }
}
