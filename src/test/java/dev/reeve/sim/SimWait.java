package dev.reeve.sim;

import dev.reeve.files.Json;
import dev.reeve.launch.Waiter;
import dev.reeve.task.ChildReport;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code reeve wait}, a second time: it lends the places of its task until the children have ended, and asks them back. */
final class SimWait extends SimProcess {

    private static final Duration EACH = Duration.ofMillis(100);

    /** As with {@code --timeout}: a child may be parked for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int NO_SUCH_THING = 4;

    private final SimProcesses processes;
    private final SimDisk disk;
    private final SimTime time;
    private final AttemptFolder attempt;
    private final boolean any;
    private final Then then;
    private long began;

    /** What comes when it has ended. */
    @FunctionalInterface
    interface Then {
        void follows(int status) throws IOException;
    }

    SimWait(
            SimProcesses processes,
            SimDisk disk,
            SimTime time,
            AttemptFolder attempt,
            SimProcess program,
            boolean any,
            Then then) {
        super(
                processes.newIdentity(),
                program.pid(),
                program.session,
                program.mark,
                program.stubborn,
                "reeve wait of " + program.mark.task());
        this.processes = processes;
        this.disk = disk;
        this.time = time;
        this.attempt = attempt;
        this.any = any;
        this.then = then;
    }

    void begin() throws IOException {
        processes.took(this);
        began = time.nanos();
        if (isOver()) {
            end(0);
            return;
        }
        try {
            disk.create(file(false), new byte[0]);
        } catch (FileSystemException e) {
            end(NO_SUCH_THING);
            return;
        }
        later(this::look);
    }

    private Path file(boolean back) {
        return attempt.waits().resolve(new Waiter(identity, back).name());
    }

    private void later(SimTime.Event next) {
        time.after(EACH, () -> go(next));
    }

    private void look() throws IOException {
        if (!isOver()) {
            if (time.nanos() - began < LONGEST.toNanos()) {
                later(this::look);
                return;
            }
            processes.gaveUpWaiting(mark);
        }
        try {
            disk.rename(file(false), file(true));
        } catch (FileSystemException e) {
            // the task was moved, and is being stopped: there are no places any more
            end(0);
            return;
        }
        later(this::askBack);
    }

    private void askBack() throws IOException {
        if (disk.stat(file(true)) != null) {
            later(this::askBack);
            return;
        }
        if (disk.stat(attempt.waits()) != null) {
            processes.goesOn(mark);
        }
        end(0);
    }

    /** The door first: what has left it is in the index by then. */
    private boolean isOver() throws IOException {
        Path index = new TaskFolder(attempt.path().getParent().getParent()).childrenIndex();
        try {
            if (disk.list(attempt.spawn()).stream().anyMatch(name -> !name.startsWith("."))) {
                return false;
            }
            if (disk.stat(index) == null) {
                return true;
            }
            ObjectNode all = Json.parseObject(disk.read(index, 0, 1 << 20));
            int open = 0;
            for (JsonNode child : all.get("children")) {
                open += ChildReport.State.OPEN.word().equals(child.get("state").asString()) ? 1 : 0;
            }
            return open == 0 || any && open < all.get("children").size();
        } catch (FileSystemException e) {
            return true;
        }
    }

    @Override
    void end(int status) throws IOException {
        super.end(status);
        processes.ended(this);
        time.after(SimProcesses.MOMENT, () -> then.follows(status));
    }
}
