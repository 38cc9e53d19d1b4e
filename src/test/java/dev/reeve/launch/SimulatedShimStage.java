package dev.reeve.launch;

import dev.reeve.files.Durable;
import dev.reeve.sim.ShimMoment;
import dev.reeve.sim.SimMachine;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** {@code SimShim} on a simulated machine. */
final class SimulatedShimStage extends ShimStage {

    private static final long NOBODY = 2;

    private final SimMachine machine;
    private final AtomicReference<ShimProgram> program;

    static SimulatedShimStage make() throws IOException {
        AtomicReference<ShimProgram> program = new AtomicReference<>();
        SimMachine machine =
                new SimMachine((mark, before, disk) -> program.get().script(), looked -> {});
        Workspace workspace = new Workspace(Path.of("/ws"));
        machine.disk.makeFolder(workspace.root());
        for (Path folder : workspace.folders()) {
            machine.disk.makeFolder(folder);
        }
        return new SimulatedShimStage(machine, workspace, program);
    }

    private SimulatedShimStage(SimMachine machine, Workspace workspace, AtomicReference<ShimProgram> program) {
        super(new Durable(machine.disk, new AtomicLong()::incrementAndGet), workspace, machine.processes, NOBODY);
        this.machine = machine;
        this.program = program;
    }

    @Override
    long start(AttemptFolder attempt, Home told, ShimProgram what, ShimMoment moment, ShimMoment.Trouble trouble)
            throws IOException {
        program.set(what);
        machine.processes.trouble(moment, trouble);
        Shim shim = new Shim(workspace.shim("simulated"), Path.of("/bin/sh"), List.of("/usr/bin/setsid"));
        List<String> argv = shim.argv(attempt, told, List.of("/bin/sh", "-c", what.shell()));
        return processes.spawn(spawn(argv, attempt), () -> {});
    }

    @Override
    boolean isHalted(long pid) {
        return machine.processes.isHalted(pid);
    }

    @Override
    void pass() {
        machine.time.advance(Duration.ofMillis(1));
    }

    @Override
    Instant now() {
        return machine.time.now();
    }

    @Override
    public void close() {
        // it is garbage
    }
}
