package dev.reeve.supervisor;

import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events from the doors of attempts at work. These come and go with every start, so they are watched one by one, where the
 * system does that at no cost; elsewhere they are looked at a few times a second while anything is at work.
 */
final class AttemptWatch implements AutoCloseable {

    private static final boolean AT_NO_COST = System.getProperty("os.name", "").equals("Linux");

    private final Workspace workspace;
    private final Hints hints;
    private final Map<Path, List<WatchKey>> watched = new HashMap<>();
    private WatchService service;
    private boolean failed;

    AttemptWatch(Workspace workspace, Hints hints) {
        this.workspace = workspace;
        this.hints = hints;
    }

    /** True if whatever happens there is told by itself. */
    boolean tells() {
        return AT_NO_COST && !failed;
    }

    void over(Collection<Live> lives) {
        if (!tells()) {
            return;
        }
        Set<Path> now = new HashSet<>();
        for (Live live : lives) {
            if (!live.removed()) {
                now.add(live.where.task(workspace, live.id).attempt(live.number).path());
            }
        }
        watched.entrySet().removeIf(one -> {
            boolean over = !now.contains(one.getKey());
            if (over) {
                one.getValue().forEach(WatchKey::cancel);
            }
            return over;
        });
        for (Path attempt : now) {
            if (!watched.containsKey(attempt)) {
                watch(new AttemptFolder(attempt));
            }
        }
    }

    private void watch(AttemptFolder attempt) {
        List<WatchKey> keys = new ArrayList<>();
        watched.put(attempt.path(), keys);
        try {
            start();
            for (Path folder : List.of(attempt.door(), attempt.spawn(), attempt.send(), attempt.waits())) {
                keys.add(folder.register(
                        service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
            }
            // what was there before, nobody tells
            hints.touched(attempt.door());
        } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException e) {
            // its process made something else of its door: it is looked at with each scan
        } catch (IOException e) {
            failed = true;
            close();
        }
    }

    private void start() throws IOException {
        if (service == null) {
            service = FileSystems.getDefault().newWatchService();
            Thread thread = new Thread(this::listen, "watch-attempts");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void listen() {
        WatchService mine = service;
        try {
            while (true) {
                WatchKey key = mine.take();
                key.pollEvents();
                hints.touched(((Path) key.watchable()).resolve("."));
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // the supervisor ends, or does without
        }
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
