package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.Mark;
import dev.reeve.sim.Run;
import dev.reeve.sim.SimMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must hold in the very moment in which a program begins. */
record Limits(Scenario scenario) implements SimMachine.Watch {

    private static final int USUAL_MAX_CONCURRENT = 3;

    @Override
    public void look(SimMachine machine) {
        Set<Mark> working = new HashSet<>();
        machine.processes.ofTasks().forEach(process -> {
            if (!process.shim()) {
                working.add(process.mark());
            }
        });
        Set<String> tasks = new HashSet<>();
        Map<String, Integer> agents = new HashMap<>();
        for (Mark mark : working) {
            assertTrue(tasks.add(mark.task()), "two attempts of " + mark.task() + " are at work");
            Run run = machine.runs().stream()
                    .filter(any -> any.mark().equals(mark))
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, agents.merge(run.agent(), 1, Integer::sum), "two runs of agent " + run.agent());
        }
        assertTrue(working.size() <= USUAL_MAX_CONCURRENT, working.size() + " at work: " + working);
        Set<Mark> ran = new HashSet<>();
        for (Run run : machine.runs()) {
            assertTrue(ran.add(run.mark()), run.mark() + " was run twice");
        }
        if (scenario.perHour > 0) {
            Instant since = machine.time.now().minus(Duration.ofHours(1));
            long starts = machine.runs().stream()
                    .filter(run -> run.at().isAfter(since))
                    .count();
            assertTrue(starts <= scenario.perHour, starts + " starts within an hour");
        }
    }
}
