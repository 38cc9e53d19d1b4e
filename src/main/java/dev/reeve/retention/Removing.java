package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Removes a tree, never through a link. What can't be removed stays, with the folders that it is in, and the rest goes. */
final class Removing implements Work {

    private record Open(Path folder, Iterator<String> names) {}

    private final Disk disk;
    private final Path tree;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean begun;
    private IOException first;

    Removing(Disk disk, Path tree) {
        this.disk = disk;
        this.tree = tree;
    }

    /** @throws IOException at the end, the first thing that went wrong */
    @Override
    public boolean step() throws IOException {
        if (!begun) {
            begun = true;
            look(tree);
        } else {
            Open here = open.getLast();
            if (here.names.hasNext()) {
                look(here.folder.resolve(here.names.next()));
            } else {
                open.removeLast();
                remove(here.folder);
            }
        }
        if (open.isEmpty() && first != null) {
            throw first;
        }
        return !open.isEmpty();
    }

    private void look(Path path) {
        try {
            Stat stat = disk.stat(path);
            if (stat != null && stat.isFolder()) {
                open.addLast(new Open(path, disk.list(path).iterator()));
            } else if (stat != null) {
                remove(path);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void remove(Path path) {
        try {
            disk.remove(path);
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        // somebody was quicker
        if (first == null && !(e instanceof NoSuchFileException)) {
            first = e;
        }
    }
}
