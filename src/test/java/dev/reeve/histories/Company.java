package dev.reeve.histories;

import dev.reeve.launch.Mark;
import dev.reeve.sim.SimProcesses.SimProcessView;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** No process runs without a task: one whose task is not in {@code running/} any more is soon gone. */
final class Company implements Invariant {

    /** A scan, the grace, and time to look again; only while a supervisor is there to do it, and can write it down. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Map<Mark, Duration> alone = new HashMap<>();

    @Override
    public void afterTurn(Play play) throws IOException {
        Set<Mark> now = new HashSet<>();
        for (SimProcessView process : play.machine().processes.ofTasks()) {
            String id = process.mark().task();
            if (play.disk().stat(play.workspace().task(State.RUNNING, id).path()) == null) {
                now.add(process.mark());
                Duration since = alone.computeIfAbsent(process.mark(), any -> play.supervised());
                Violation.unless(
                        play.supervised().minus(since).compareTo(SOON) < 0,
                        "process " + process.pid() + " of " + process.mark() + " runs without a task since " + since);
            }
        }
        alone.keySet().retainAll(now);
    }

    @Override
    public void afterCrash(Play play) {
        alone.clear();
    }
}
