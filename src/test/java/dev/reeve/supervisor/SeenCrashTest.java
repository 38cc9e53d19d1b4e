package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.Script;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import dev.reeve.sim.Tree;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person has seen outlasts a power cut at once, before any supervisor has started again. */
class SeenCrashTest {

    /**
     * What serves processes of one boot alone, what another place tells too, what an attempt made that was not accepted,
     * and what has nothing in it.
     */
    private static final String PASSING =
            ".*/(command\\.json|prompt\\.md|pid|exit|log\\.jsonl|door/out/.*): .*|.*/|.*: ";

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void whereATaskCameToRestThereItIs(Scenario scenario) throws IOException {
        Trial trial = Trial.of(scenario);
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();

        lasts(trial);
    }

    @Test
    void whatWasDroppedAndWhatAnAgentSaid() throws IOException {
        Trial trial = Trial.of(new Scenario("nobody has forced anything")
                .agent("hello", "retries: 0\n")
                .runs((slug, before, disk) -> Script.begin()
                        .print("on its way\n")
                        .write("result.md", "the answer\n")
                        .write("out/report.txt", "a report\n")
                        .exit(slug.equals("bad") ? 1 : 0)));
        trial.people.writeUnsynced("tasks/good.md", "Do the first thing.\n");
        trial.people.writeUnsynced("tasks/bad.md", "Do another thing.\n");
        trial.people.writeUnsynced("tasks/wrong.md", "---\ncolour: red\n---\nDo it.\n");
        trial.people.writeUnsynced("tasks/folder/task.md", "Do a third thing.\n");
        trial.people.writeUnsynced("tasks/folder/data.csv", "1,2,3\n");
        trial.people.writeUnsynced("tasks/folder/more/deep.txt", "deeper\n");
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();
        assertEquals(State.DONE, trial.people.find("good").get(0).where().state());
        assertEquals(State.FAILED, trial.people.find("bad").get(0).where().state());
        assertEquals(State.DONE, trial.people.find("folder").get(0).where().state());

        lasts(trial);
    }

    private static void lasts(Trial trial) throws IOException {
        List<String> before = seen(trial.machine.disk, trial);
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(seen(trial.machine.afterPowerCut(Survival.NOTHING).disk, trial));
        assertEquals("", String.join("\n", lost));
    }

    /** The files of tasks and of what was rejected. */
    private static List<String> seen(SimDisk disk, Trial trial) throws IOException {
        Path root = trial.people.workspace.root();
        return Tree.of(disk, trial.people.workspace).stream()
                .filter(line -> line.matches(root + "/(queue|waiting|running|held|done|failed|rejected)/.*"))
                .filter(line -> !line.matches(PASSING))
                .toList();
    }
}
