package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.Script;
import dev.reeve.sim.Steps;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewAgentTest {

    private static final String TASK = "20261120-120000-aaaa-fresh";

    /** Long before the next look at the configuration is due. */
    @Test
    void itsFirstTaskIsTakenAtOnce() throws IOException {
        Trial trial = Trial.of(new Scenario("an agent made at work")
                .settings("scan: 1h\n")
                .drop("tasks/first.md", "---\nlabel: first\n---\nThe first thing.\n")
                .runs((slug, before, disk) -> Script.begin().sleep(Duration.ofSeconds(5)))
                .whenAtWork("first", (people, id) -> {
                    people.write("agents/fresh/agent.yaml", "command: [/bin/sh, run.sh]\n");
                    people.write("agents/fresh/tasks/" + TASK + "/task.md", "Do the thing.\n");
                }));
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();
        assertEquals(State.DONE, trial.people.find("fresh").get(0).where().state());
    }
}
