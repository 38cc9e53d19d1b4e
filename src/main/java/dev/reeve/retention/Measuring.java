package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much there is in a tree, as its files say. What vanishes meanwhile, or can't be looked into, may count or not. */
final class Measuring implements Work {

    private final Disk disk;
    private final Deque<Path> left = new ArrayDeque<>();
    private long bytes;

    Measuring(Disk disk, Path tree) {
        this.disk = disk;
        left.add(tree);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public boolean step() throws IOException {
        Path next = left.pollLast();
        Stat stat = disk.stat(next);
        if (stat != null && stat.isFolder()) {
            try {
                disk.list(next).forEach(name -> left.addLast(next.resolve(name)));
            } catch (IOException e) {
                // one folder that an agent has closed must not keep the others
            }
        } else if (stat != null && stat.isFile()) {
            bytes += stat.size();
        }
        return !left.isEmpty();
    }
}
