package dev.reeve.sim;

import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/** The protocol of {@code shim.sh}, a second time: pid, then the claim, then the program, then its status. */
final class SimShim extends SimProcess {

    private final SimProcesses processes;
    private final SimDisk disk;
    private final SimTime time;
    private final String agent;
    private final AttemptFolder attempt;
    private final String boot;
    private final Runnable ended;
    private Node exit;
    private Node stdout;
    private ShimMoment.Trouble trouble = ShimMoment.Trouble.NONE;
    private boolean became;
    private SimTime.Event next;

    SimShim(
            SimProcesses processes,
            SimDisk disk,
            SimTime time,
            Identity identity,
            Mark mark,
            String agent,
            AttemptFolder attempt,
            String boot,
            Runnable ended) {
        super(identity, 1, identity.pid(), mark, false, "sh shim.sh " + attempt.path() + " " + boot);
        this.processes = processes;
        this.disk = disk;
        this.time = time;
        this.agent = agent;
        this.attempt = attempt;
        this.boot = boot;
        this.ended = ended;
    }

    /** Its program is in place, and with it its environment. Whoever starts it waits for that. */
    void begin(Node standardOutput) {
        stdout = standardOutput;
        become();
    }

    /** It has been made, and whoever made it died before its program was in place: that comes by itself. */
    void beginAlone(Node standardOutput) {
        stdout = standardOutput;
        soon(this::become);
    }

    private void become() {
        became = true;
        reach(ShimMoment.PID, this::writePid);
    }

    @Override
    boolean showsItsMark() {
        return became;
    }

    /** Takes all of its next steps at once, before anybody else gets on. */
    void rush() throws IOException {
        while (isAlive() && next != null && !isHeldUp()) {
            SimTime.Event now = next;
            next = null;
            go(now);
        }
    }

    private void soon(SimTime.Event step) {
        next = step;
        time.after(processes.shims().pace(), () -> {
            if (next == step) {
                next = null;
                go(step);
            }
        });
    }

    private void later(SimProcess who, Duration delay, SimTime.Event next) {
        time.after(delay, () -> who.go(next));
    }

    private void reach(ShimMoment moment, SimTime.Event step) {
        soon(() -> {
            trouble = full() ? trouble : processes.troubleAt(moment);
            if (trouble == ShimMoment.Trouble.HALTED) {
                halt();
            }
            go(step);
        });
    }

    private boolean full() {
        return trouble == ShimMoment.Trouble.NO_SPACE;
    }

    private boolean canWrite() {
        return !full() && trouble != ShimMoment.Trouble.CUT_OFF;
    }

    private void writePid() throws IOException {
        String pid = pid() + " " + identity.start() + " " + boot + "\n";
        try {
            disk.create(attempt.pid(), canWrite() ? bytes(pid) : new byte[0]);
        } catch (FileSystemException e) {
            end(1);
            return;
        }
        goOn(ShimMoment.CLAIM, this::claim);
    }

    private void claim() throws IOException {
        try {
            disk.create(attempt.exit(), new byte[0]);
        } catch (FileSystemException e) {
            if (processes.shims().claimExclusively() || disk.stat(attempt.exit()) == null) {
                end(1);
                return;
            }
        }
        exit = disk.opened(attempt.exit());
        reach(ShimMoment.BYTE, this::writeByte);
    }

    private void writeByte() throws IOException {
        if (canWrite()) {
            exit.append(bytes(" "), time.now());
            // from here on it has handlers that do nothing
            stubborn = true;
        }
        goOn(ShimMoment.PROGRAM, this::run);
    }

    /** To the next step, unless what this one had to write could not be written. */
    private void goOn(ShimMoment moment, SimTime.Event step) throws IOException {
        if (canWrite()) {
            reach(moment, step);
        } else {
            end(1);
        }
    }

    private void run() throws IOException {
        Script script = processes.programOf(mark);
        SimProcess program = new Program(script.isStubborn());
        processes.took(program);
        processes.ran(mark, agent);
        act(program, script.acts().iterator());
    }

    private void act(SimProcess program, Iterator<Script.Act> acts) throws IOException {
        while (acts.hasNext()) {
            Script.Act act = acts.next();
            if (act instanceof Script.Print print) {
                stdout.append(bytes(print.text()), time.now());
            } else if (act instanceof Script.Write write) {
                write(write);
            } else if (act instanceof Script.Spawn spawn) {
                spawn(spawn);
            } else if (act instanceof Script.WaitForChildren wait) {
                waitForChildren(program, wait.any(), acts);
                return;
            } else if (act instanceof Script.LeaveChild) {
                processes.born(1, 0, mark, program.stubborn, "left behind by " + mark.task());
            } else if (act instanceof Script.LeaveGuards) {
                SimGuard.pair(processes, mark);
            } else if (act instanceof Script.Halt) {
                program.halt();
                program.go(() -> act(program, acts));
                return;
            } else if (act instanceof Script.Exit status) {
                program.end(status.status());
                return;
            } else if (act instanceof Script.Sleep sleep) {
                later(program, sleep.time(), () -> act(program, acts));
                return;
            }
        }
        program.end(0);
    }

    /** The task's folder may be elsewhere by now; then the program fails to write, as any would. */
    private void write(Script.Write write) throws IOException {
        try {
            disk.append(attempt.door().resolve(write.name()), bytes(write.text()));
        } catch (FileSystemException e) {
            // its own trouble
        }
    }

    private void spawn(Script.Spawn spawn) throws IOException {
        Path file = attempt.spawn().resolve(spawn.name());
        Path temporary = attempt.spawn().resolve("." + spawn.name());
        try {
            disk.create(temporary, bytes(spawn.text()));
            disk.rename(temporary, file);
        } catch (FileSystemException e) {
            // its own trouble
            return;
        }
        processes.asked(mark, spawn.name());
    }

    private void waitForChildren(SimProcess program, boolean any, Iterator<Script.Act> acts) throws IOException {
        SimWait wait = new SimWait(
                processes,
                disk,
                time,
                attempt,
                program,
                any,
                status -> program.go(() -> {
                    if (status == 0) {
                        act(program, acts);
                    } else {
                        program.end(status);
                    }
                }));
        wait.begin();
    }

    private void status(int status) throws IOException {
        if (canWrite()) {
            exit.append(bytes(status + "\n"), time.now());
        }
        goOn(ShimMoment.END, () -> end(0));
    }

    @Override
    void end(int status) throws IOException {
        super.end(status);
        processes.ended(this);
        ended.run();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The agent's own program, which the shim waits for. */
    private final class Program extends SimProcess {

        Program(boolean stubborn) {
            super(
                    processes.newIdentity(),
                    SimShim.this.pid(),
                    SimShim.this.session,
                    SimShim.this.mark,
                    stubborn,
                    "program of " + SimShim.this.mark.task());
        }

        @Override
        void end(int status) throws IOException {
            super.end(status);
            processes.ended(this);
            reach(ShimMoment.STATUS, () -> status(status));
        }
    }
}
