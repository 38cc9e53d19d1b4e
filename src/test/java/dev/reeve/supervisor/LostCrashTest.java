package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.Script;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was at work when the power went may have done part of its work, even if no file of it is left to say so. */
class LostCrashTest {

    @Test
    void aTaskThatAsksToBeHeldIsNotRunAgain() throws IOException {
        Trial[] trial = {null};
        Trial[] next = {null};
        trial[0] = Trial.of(new Scenario("at work when the power goes")
                .drop("tasks/hi.md", "---\non_lost: hold\n---\nDo the first thing.\n")
                .runs((slug, before, disk) -> Script.begin().sleep(Duration.ofSeconds(1)))
                .whenAtWork(
                        "hi", (people, id) -> next[0] = trial[0].on(trial[0].machine.afterPowerCut(Survival.NOTHING))));
        trial[0].start(Steps.UNDISTURBED);
        trial[0].untilQuiet();

        next[0].start(Steps.UNDISTURBED);
        next[0].untilQuiet();
        assertEquals(State.HELD, next[0].people.find("hi").get(0).where().state());
    }
}
