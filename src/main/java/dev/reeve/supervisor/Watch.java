package dev.reeve.supervisor;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Watches a few folders, each without what is in it, and turns their events into hints. If it fails, scanning goes on
 * alone, and the reason is told.
 */
final class Watch implements AutoCloseable {

    private final Hints hints;
    private final Consumer<String> failed;
    private DirectoryWatcher watcher;
    private ExecutorService thread;
    private Set<Path> watched = Set.of();

    /** @param failed told, from any thread, why there are no events any more */
    Watch(Hints hints, Consumer<String> failed) {
        this.hints = hints;
        this.failed = failed;
    }

    /** Watches these from now on. Called again with the same folders it does nothing. */
    void over(Set<Path> folders) {
        if (folders.equals(watched)) {
            return;
        }
        close();
        watched = Set.copyOf(folders);
        if (folders.isEmpty()) {
            return;
        }
        try {
            watcher = DirectoryWatcher.builder()
                    .paths(List.copyOf(folders))
                    .fileHashing(false)
                    .fileTreeVisitor(new OnlyThese(watched))
                    .listener(new Listener())
                    .build();
            thread = Executors.newSingleThreadExecutor(run -> {
                Thread named = new Thread(run, "watch");
                named.setDaemon(true);
                return named;
            });
            CompletableFuture<Void> ends = watcher.watchAsync(thread);
            if (ends.isCompletedExceptionally()) {
                ends.join();
            }
            // what happened before the watch began, nobody told
            hints.everywhere();
        } catch (IOException | java.util.concurrent.CompletionException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            close();
            watched = Set.copyOf(folders);
            failed.accept(reason);
        }
    }

    @Override
    public void close() {
        watched = Set.of();
        if (watcher != null) {
            try {
                watcher.close();
            } catch (IOException e) {
                // its thread ends with it or with the process: nothing depends on it
            }
            watcher = null;
        }
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** Errors of a listener are swallowed by the library, so none leaves this one. */
    private final class Listener implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || event.path() == null) {
                hints.everywhere();
            } else {
                hints.touched(event.path());
            }
        }

        @Override
        public void onException(Exception e) {
            hints.everywhere();
            failed.accept(e.toString());
        }
    }

    /**
     * Keeps the library from going down into what appears in a watched folder. Where it asks for the folders to register
     * it hears of ours alone; where it asks what was created it hears of the new thing as if it were a file.
     */
    private record OnlyThese(Set<Path> folders) implements FileTreeVisitor {
        @Override
        public void recursiveVisitFiles(Path path, Callback onFolder, Callback onFile) throws IOException {
            if (folders.contains(path)) {
                onFolder.call(path);
            } else {
                onFile.call(path);
            }
        }
    }
}
