package dev.reeve.cli;

import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Until;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Runs a supervisor until it ends by itself, or the process is asked to end: then the loop ends first. */
final class RunUntilShutdown {

    private final Supervisor supervisor;
    private final boolean drain;
    private final CountDownLatch ended = new CountDownLatch(1);

    RunUntilShutdown(Supervisor supervisor, boolean drain) {
        this.supervisor = supervisor;
        this.drain = drain;
    }

    void run(Until until) throws IOException, InterruptedException {
        Thread hook = new Thread(this::shutDown, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            supervisor.run(until);
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // it is that hook which brought us here
            }
        }
    }

    private void shutDown() {
        supervisor.stop(drain);
        try {
            ended.await();
        } catch (InterruptedException e) {
            // the machine does not wait any longer either
        }
    }
}
