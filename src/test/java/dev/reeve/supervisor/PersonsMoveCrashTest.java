package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.Script;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import dev.reeve.workspace.State;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A person's {@code mv} that nobody forced: once Reeve has obeyed it, a power cut does not turn it round. */
class PersonsMoveCrashTest {

    @Test
    void whatWasParkedStaysParked() throws IOException {
        Trial trial = Trial.of(new Scenario("parked, and not synced")
                .file("STOP", "")
                .drop("tasks/hi.md", "Do the first thing.\n")
                .when("hi", State.QUEUE, (people, id) -> people.mvUnsynced(State.QUEUE, State.HELD, id)));
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();

        assertEquals(State.HELD, afterAPowerCut(trial));
    }

    @Test
    void whatWasTakenBackFromItsAgentStaysInTheQueue() throws IOException {
        Trial trial = Trial.of(new Scenario("taken back while it runs, and not synced")
                .drop("tasks/hi.md", "Do the first thing.\n")
                .runs((slug, before, disk) -> Script.begin().hang())
                .whenAtWork("hi", (people, id) -> {
                    people.write("STOP", "");
                    people.mvUnsynced(State.RUNNING, State.QUEUE, id);
                }));
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();

        assertEquals(State.QUEUE, afterAPowerCut(trial));
    }

    private static State afterAPowerCut(Trial trial) throws IOException {
        Trial next = trial.on(trial.machine.afterPowerCut(Survival.NOTHING));
        next.start(Steps.UNDISTURBED);
        next.untilQuiet();
        return next.people.find("hi").get(0).where().state();
    }
}
