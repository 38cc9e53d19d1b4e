package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.sim.Crash;
import dev.reeve.sim.Limits;
import dev.reeve.sim.People;
import dev.reeve.sim.SimMachine;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Tree;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A scenario on a simulated machine: one supervisor after another, turn by turn, and what people do meanwhile. */
final class Trial {

    private static final int MOST_TURNS = 400;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(16);

    final Scenario scenario;
    final SimMachine machine;
    final People people;
    private int deed;
    private Supervisor supervisor;
    private Hints hints;

    private Trial(Scenario scenario, SimMachine machine, int deed) {
        this.scenario = scenario;
        this.machine = machine;
        this.people = new People(machine.disk);
        this.deed = deed;
    }

    static Trial of(Scenario scenario) throws IOException {
        Trial trial =
                new Trial(scenario, new SimMachine(scenario::program, new Limits(new Workspace(Path.of("/ws")))), 0);
        trial.people.makeWorkspace(scenario.files);
        return trial;
    }

    /** The same history on a machine that lost its power and came up again. */
    Trial on(SimMachine next) {
        return new Trial(scenario, next, deed);
    }

    void start(Steps steps) throws IOException {
        start(machine.world(steps));
    }

    void start(World world) throws IOException {
        hints = new Hints();
        try {
            supervisor = Supervisor.open(people.workspace, world, hints);
        } catch (AlreadyRunning e) {
            throw new AssertionError(e);
        }
        supervisor.recover();
    }

    /** @param torn half of that step is done */
    Steps killedAt(int step, boolean torn) {
        int[] steps = {0};
        return (what, part) -> {
            if (++steps[0] == step) {
                if (torn) {
                    part.take(machine.disk);
                }
                throw new Crash("killed before " + what);
            }
        };
    }

    void kill() {
        machine.supervisorKilled();
        supervisor = null;
    }

    /** Recovers twice: the second time has nothing left to do. */
    void startTwice() throws IOException {
        start(Steps.UNDISTURBED);
        List<String> once = Tree.of(machine.disk, people.workspace);
        kill();
        start(Steps.UNDISTURBED);
        assertEquals(
                String.join("\n", once),
                String.join("\n", Tree.of(machine.disk, people.workspace)),
                "the second recovery changed something");
    }

    void untilPeopleHaveDoneAll() throws IOException {
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            people();
            if (deed == scenario.deeds.size()) {
                return;
            }
            machine.time.advance(turn());
        }
        fail("people wait in vain:\n" + String.join("\n", Tree.of(machine.disk, people.workspace)));
    }

    void untilQuiet() throws IOException {
        Duration quiet = Duration.ZERO;
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            people();
            Duration nap = turn();
            boolean idle = supervisor.idle() && machine.processes.ofTasks().isEmpty() && deed == scenario.deeds.size();
            quiet = idle ? quiet.plus(nap) : Duration.ZERO;
            if (quiet.compareTo(LONG_ENOUGH) > 0) {
                assertEquals(Boards.fresh(machine.disk, people.workspace), supervisor.board());
                return;
            }
            Duration next = machine.time.untilNext();
            machine.time.advance(next != null && next.compareTo(nap) < 0 ? next : nap);
        }
        fail("it never comes to rest:\n" + String.join("\n", Tree.of(machine.disk, people.workspace)));
    }

    private Duration turn() throws IOException {
        try {
            return supervisor.guardedTurn(hints.await(Duration.ZERO));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isAtRest(People.Found found) throws IOException {
        TaskRecord record = TaskRecords.read(machine.disk, found.where().task(people.workspace, found.id()));
        return record != null && record.next() == null && found.where().equals(record.at());
    }

    private void people() throws IOException {
        while (deed < scenario.deeds.size()) {
            Scenario.Deed next = scenario.deeds.get(deed);
            List<People.Found> found = people.find(next.slug());
            if (found.size() != 1 || found.get(0).where().state() != next.seenIn()) {
                return;
            }
            String id = found.get(0).id();
            boolean works = machine.processes.ofTasks().stream()
                    .anyMatch(
                            process -> !process.shim() && process.mark().task().equals(id));
            if (next.atWork() && !works || next.atRest() && !isAtRest(found.get(0))) {
                return;
            }
            deed++;
            next.doing().to(people, id);
        }
    }
}
