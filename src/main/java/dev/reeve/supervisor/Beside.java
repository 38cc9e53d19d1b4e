package dev.reeve.supervisor;

import dev.reeve.repository.GitTrouble;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What would keep the loop for long is done beside it, one thing after another. What came of it is taken by the loop, which
 * is woken then; nothing that the loop remembers is touched here.
 */
final class Beside {

    private final Runnable wake;
    private final ExecutorService worker;

    /** @param wake called from the other thread */
    Beside(Runnable wake) {
        this.wake = wake;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "beside");
                    thread.setDaemon(true);
                    return thread;
                });
        // a supervisor that needs none has no thread
        one.allowCoreThreadTimeOut(true);
        this.worker = one;
    }

    /** Something that git does. */
    @FunctionalInterface
    interface Work<T> {
        T take() throws IOException, GitTrouble;
    }

    /** What came of what has ended. */
    static <T> T resultOf(Future<T> job) throws IOException, GitTrouble {
        try {
            return job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof GitTrouble cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("it has ended, and is not waited for", e);
        }
    }

    <T> Future<T> begin(Work<T> work) {
        return worker.submit(() -> {
            try {
                return work.take();
            } finally {
                wake.run();
            }
        });
    }
}
