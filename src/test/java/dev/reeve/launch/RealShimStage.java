package dev.reeve.launch;

import dev.reeve.sim.ShimMoment;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** {@code shim.sh} itself in a shell. For trouble at a moment, one line is put into a copy of it. */
final class RealShimStage extends ShimStage {

    private final Machine machine;
    private final Path shell;

    RealShimStage(Path root, String shell) throws IOException {
        this(new Machine(root, shell), Path.of(shell));
    }

    private RealShimStage(Machine machine, Path shell) {
        super(machine.durable, machine.workspace, machine.processes, Machine.SELF);
        this.machine = machine;
        this.shell = shell;
    }

    @Override
    long start(AttemptFolder attempt, Home told, ShimProgram program, ShimMoment moment, ShimMoment.Trouble trouble)
            throws IOException {
        Shim shim = machine.shim;
        if (trouble != ShimMoment.Trouble.NONE) {
            Path script = Files.writeString(workspace.shim("meddled-with"), meddledWith(moment, trouble));
            shim = new Shim(script, shell, Session.starter(Files::isExecutable));
        }
        List<String> argv = shim.argv(attempt, told, List.of("/bin/sh", "-c", program.shell()));
        return processes.spawn(spawn(argv, attempt), () -> {});
    }

    private static String meddledWith(ShimMoment moment, ShimMoment.Trouble trouble) throws IOException {
        String content = Resource.text("shim.sh");
        // the status of the line before it is still to be read
        String line = "met=$?; " + command(trouble) + "; (exit $met)\n";
        if (moment == ShimMoment.END) {
            return content + line;
        }
        String step = step(moment);
        int at = content.indexOf("\n" + step);
        if (at < 0 || content.indexOf("\n" + step, at + 1) >= 0) {
            throw new IllegalStateException("shim.sh has no single line that begins with " + step);
        }
        return content.substring(0, at + 1) + line + content.substring(at + 1);
    }

    private static String step(ShimMoment moment) {
        return switch (moment) {
            case PID -> "printf '%s %s %s\\n'";
            case CLAIM -> "exec 9>";
            case BYTE -> "printf ' '";
            case PROGRAM -> "(exec \"$@\"";
            case STATUS -> "printf '%s\\n' \"$?\"";
            case END -> throw new IllegalArgumentException("no step comes after it");
        };
    }

    /** A file that may not grow is a full disk; who does not ignore the signal that comes with it dies of it. */
    private static String command(ShimMoment.Trouble trouble) {
        return switch (trouble) {
            case HALTED -> "kill -STOP $$";
            case CUT_OFF -> "ulimit -c 0; ulimit -f 0";
            case NO_SPACE -> "trap '' XFSZ; ulimit -f 0";
            case NONE -> ":";
        };
    }

    @Override
    boolean isHalted(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        return processes.look(pid) != null && Files.readString(stat).contains(") T ");
    }

    @Override
    void pass() {
        LockSupport.parkNanos(1_000_000);
    }

    @Override
    Instant now() {
        return Instant.now();
    }

    @Override
    public void close() throws IOException {
        machine.close();
    }
}
