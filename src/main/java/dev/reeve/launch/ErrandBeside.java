package dev.reeve.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** An errand in a thread and a session of its own. What it has started is in that session, and ends with it. */
final class ErrandBeside {

    private final RealProcesses processes;

    ErrandBeside(RealProcesses processes) {
        this.processes = processes;
    }

    Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        CompletableFuture<Errand.Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(run(errand));
                    } catch (IOException | RuntimeException e) {
                        outcome.completeExceptionally(e);
                    } finally {
                        ended.run();
                    }
                },
                "errand");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // of threads, while there is memory
            outcome.completeExceptionally(MachineFull.because(e.getMessage(), e));
        }
        return outcome;
    }

    private Errand.Outcome run(Errand errand) throws IOException {
        List<String> argv = new ArrayList<>(Session.starter(Files::isExecutable));
        argv.addAll(errand.argv());
        return ErrandRun.of(errand, argv, this::killSession);
    }

    /** The program that makes a session becomes its leader, so that the session has its number. */
    private void killSession(long leader) {
        try {
            List<Identity> left = processes.all().stream()
                    .filter(seen -> seen.session() == leader || seen.group() == leader)
                    .map(Seen::identity)
                    .toList();
            if (!left.isEmpty()) {
                processes.signal(Processes.Signal.KILL, left);
            }
        } catch (IOException e) {
            // nobody can be found; the program itself was killed already
        }
    }
}
