package dev.reeve.supervisor;

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

    /** @param <E> what else can go wrong with it */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T take() throws IOException, E;
    }

    /** Work that was begun. */
    record Job<T, E extends Exception>(Future<T> future) {

        boolean isDone() {
            return future.isDone();
        }

        /** What came of it, once it is done. */
        T result() throws IOException, E {
            try {
                return future.get();
            } catch (ExecutionException e) {
                throw Job.<E>own(e.getCause());
            } catch (InterruptedException e) {
                throw new IllegalStateException("it has ended, and is not waited for", e);
            }
        }

        /** Work throws nothing else. */
        @SuppressWarnings("unchecked")
        private static <E extends Exception> E own(Throwable cause) throws IOException {
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException || cause instanceof Error) {
                throw new IllegalStateException(cause);
            }
            return (E) cause;
        }
    }

    <T, E extends Exception> Job<T, E> begin(Work<T, E> work) {
        return new Job<>(worker.submit(() -> {
            try {
                return work.take();
            } finally {
                wake.run();
            }
        }));
    }
}
