package dev.reeve.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Several forces at once: a journal commits for all of them together, so that many cost hardly more than one. */
final class Forces {

    private final Disk disk;
    private final Executor helpers;

    Forces(Disk disk, Executor helpers) {
        this.disk = disk;
        this.helpers = helpers;
    }

    void all(Collection<Path> files, Collection<Path> folders) throws IOException {
        List<FutureTask<Void>> forces = new ArrayList<>();
        files.forEach(file -> forces.add(task(() -> disk.forceFile(file))));
        folders.forEach(folder -> forces.add(task(() -> disk.forceFolder(folder))));
        if (forces.isEmpty()) {
            return;
        }
        forces.subList(1, forces.size()).forEach(helpers::execute);
        forces.get(0).run();
        for (FutureTask<Void> force : forces) {
            await(force);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static FutureTask<Void> task(Step step) {
        return new FutureTask<>(() -> {
            step.run();
            return null;
        });
    }

    private static void await(FutureTask<Void> force) throws IOException {
        boolean interrupted = false;
        while (true) {
            try {
                force.get();
                break;
            } catch (InterruptedException e) {
                // what was begun is ended first: the caller relies on it
                interrupted = true;
            } catch (ExecutionException e) {
                throw asItWas(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException asItWas(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        return (IOException) cause;
    }
}
