package dev.reeve.cli.share;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.shared.HoldScript;
import dev.reeve.shared.SharedLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command at work while the lock is held; the lock is given back when it has ended, however it did. */
final class UnderLock {

    private final Invocation invocation;
    private final Path lock;
    private final SharedLock.Held held;
    private final Thread hook = new Thread(this::shutDown, "shutdown");
    private Process process;
    private boolean stopping;

    UnderLock(Invocation invocation, Path lock, SharedLock.Held held) {
        this.invocation = invocation;
        this.lock = lock;
        this.held = held;
    }

    /** @return the command's own exit status */
    int run(List<String> command) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        int exit = Exit.USAGE;
        try {
            if (start(command)) {
                exit = process.waitFor();
            }
        } finally {
            if (!isShuttingDown()) {
                release();
            }
        }
        return exit;
    }

    private synchronized boolean start(List<String> command) throws IOException {
        if (stopping) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(HoldScript.around(lock, command))
                .directory(invocation.origin().directory().toFile())
                .inheritIO();
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(invocation.origin().usersOwn());
        process = builder.start();
        Seen seen = RealProcesses.ofThisMachine().look(process.pid());
        // one that is gone already needs no lock; one that the lock does not name ends by itself
        if (seen != null && !held.nameCommand(seen.identity())) {
            process.destroy();
        }
        return true;
    }

    private boolean isShuttingDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void release() throws IOException {
        if (!held.release()) {
            invocation.note(lock + " was taken away while the command ran: somebody removed it, or its time was up on"
                    + " another machine. What it changed may have met with another's change.");
        }
    }

    /** TERM and INT are handed on. The lock is held until the command has ended, as it thinks fit. */
    private void shutDown() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        int exit = Exit.USAGE;
        try {
            if (running != null) {
                running.destroy();
                exit = running.waitFor();
            }
            release();
        } catch (IOException e) {
            invocation.note(
                    lock + " could not be removed: " + e.getMessage() + ". The next one who wants it breaks it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // an exit status of the signal's own would hide the command's
        Runtime.getRuntime().halt(exit);
    }
}
