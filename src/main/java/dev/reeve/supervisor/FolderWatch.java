package dev.reeve.supervisor;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events from folders that come and go, the doors of attempts and the sessions of agents: they are watched one by one, where
 * the system does that at no cost. Elsewhere, and where it fails, others have to look there now and then.
 */
final class FolderWatch implements AutoCloseable {

    private static final boolean AT_NO_COST = System.getProperty("os.name", "").equals("Linux");

    private final String what;
    private final Hints hints;
    private final Predicate<String> worth;
    /** Without a key are those that could not be watched. */
    private final Map<Path, Optional<WatchKey>> watched = new HashMap<>();

    private Set<Path> wanted = Set.of();
    private WatchService service;
    private boolean failed;

    /**
     * @param what is in these folders, in a word
     * @param worth the names that it is worth to hear of
     */
    FolderWatch(String what, Hints hints, Predicate<String> worth) {
        this.what = what;
        this.hints = hints;
        this.worth = worth;
    }

    /** True if whatever happens there is told by itself. */
    boolean tells() {
        return AT_NO_COST && !failed;
    }

    /** Watches these from now on. With the very same set as before it does nothing. */
    void over(Set<Path> folders) {
        if (!tells() || folders == wanted) {
            return;
        }
        wanted = folders;
        watched.entrySet().removeIf(one -> {
            boolean over = !folders.contains(one.getKey());
            if (over) {
                one.getValue().ifPresent(WatchKey::cancel);
            }
            return over;
        });
        for (Path folder : folders) {
            if (!failed && !watched.containsKey(folder)) {
                watch(folder);
            }
        }
    }

    private void watch(Path folder) {
        try {
            start();
            watched.put(
                    folder,
                    Optional.of(folder.register(
                            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY)));
            // what was there before, nobody tells
            hints.touched(folder.resolve("."));
        } catch (NoSuchFileException | NotDirectoryException e) {
            // somebody made something else of it: it is looked at with each scan
            watched.put(folder, Optional.empty());
        } catch (IOException e) {
            failed = true;
            close();
        }
    }

    private void start() throws IOException {
        if (service == null) {
            service = FileSystems.getDefault().newWatchService();
            Thread thread = new Thread(this::listen, "watch-" + what);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void listen() {
        WatchService mine = service;
        try {
            while (true) {
                WatchKey key = mine.take();
                if (key.pollEvents().stream().anyMatch(this::isWorth)) {
                    hints.touched(((Path) key.watchable()).resolve("."));
                }
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // the supervisor ends, or does without
        }
    }

    /** It may also have lost track. */
    private boolean isWorth(WatchEvent<?> event) {
        return !(event.context() instanceof Path name) || worth.test(name.toString());
    }

    @Override
    public void close() {
        watched.clear();
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                // its thread ends with the process: nothing depends on it
            }
            service = null;
        }
    }
}
