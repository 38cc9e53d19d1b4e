package dev.reeve.sim;

import dev.reeve.files.Durable;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.supervisor.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A whole machine: its disk, its clock, its processes, and chance, all from one seed. */
public final class SimMachine {

    private static final Instant BEGINNING = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration OFF = Duration.ofSeconds(30);

    public final SimDisk disk;
    public final SimTime time;
    public final SimProcesses processes;

    private final int boots;
    private final Programs programs;
    private final Watch watch;
    private final List<Run> runs;
    private final long seed;
    private final Random random;
    private SimProcess supervisor;

    /** What a program does in an attempt, by how often the task was run before and by what it finds on the disk. */
    @FunctionalInterface
    public interface Programs {
        Script of(Mark mark, int before, SimDisk disk) throws IOException;
    }

    /** Looks at the machine whenever a program begins, and fails the test if that must not be. */
    @FunctionalInterface
    public interface Watch {
        void look(SimMachine machine);

        /** One that has waited for its children goes on. */
        default void goesOn(SimMachine machine, Mark mark) {}

        /** What watches over the machine as it comes up again, knowing what this one knows. */
        default Watch atNextBoot() {
            return this;
        }
    }

    /** A new machine with an empty disk. */
    public SimMachine(Programs programs, Watch watch) {
        this(0, programs, watch);
    }

    /** @param seed of what the supervisors on it take for chance */
    public SimMachine(long seed, Programs programs, Watch watch) {
        this(seed, new SimTime(BEGINNING), null, 1, programs, watch, new ArrayList<>());
    }

    private SimMachine(
            long seed, SimTime time, SimDisk disk, int boots, Programs programs, Watch watch, List<Run> runs) {
        this.seed = seed;
        this.time = time;
        this.disk = disk == null ? new SimDisk(time::now) : disk;
        this.boots = boots;
        this.programs = programs;
        this.watch = watch;
        this.runs = runs;
        this.random = new Random(seed + boots);
        this.processes = new SimProcesses(
                "boot-" + boots,
                this.disk,
                time,
                this::program,
                runs,
                () -> this.watch.look(this),
                mark -> this.watch.goesOn(this, mark));
    }

    /** The machine as it comes up again, on what the power cut leaves of the disk. This one stays as it is. */
    public SimMachine afterPowerCut(Survival survival) {
        SimTime next = new SimTime(time.now().plus(OFF));
        SimDisk left = disk.afterPowerCut(survival, next::now);
        SimMachine machine =
                new SimMachine(seed, next, left, boots + 1, programs, watch.atNextBoot(), new ArrayList<>(runs));
        machine.processes.shimsAre(processes.shims());
        return machine;
    }

    /** {@code kill -9} of the supervisor: everything else goes on. */
    public void supervisorKilled() {
        if (supervisor != null) {
            processes.ended(supervisor);
            supervisor = null;
        }
        disk.locksReleased();
    }

    private Script program(Mark mark) throws IOException {
        long before =
                runs.stream().filter(run -> run.task().equals(mark.task())).count();
        return programs.of(mark, (int) before, disk);
    }

    /** Every program that was run on this disk, over all boots. */
    public List<Run> runs() {
        return runs;
    }

    /** What a new supervisor process on this machine gets. */
    public World world(Steps steps) {
        supervisor = processes.stranger("reeve up");
        return world(supervisor, steps);
    }

    /** What a second supervisor gets, started beside the one that is there. */
    public World anotherWorld() {
        return world(processes.stranger("reeve up"), Steps.UNDISTURBED);
    }

    private World world(SimProcess self, Steps steps) {
        return new World(
                new Durable(new SteppedDisk(disk, steps), random::nextLong),
                stepped(steps),
                time,
                random::nextLong,
                Map.of("PATH", "/usr/bin:/bin", "HOME", "/root"),
                path -> dev.reeve.files.Programs.Kind.RUNNABLE,
                new NothingOutside(),
                Path.of("/usr/bin"),
                self.pid(),
                "simulated",
                "test",
                false);
    }

    private Processes stepped(Steps steps) {
        return new SteppedProcesses(processes, steps);
    }
}
