package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Sets aside what goes of one day, the oldest first: folders with the name of an id alone, all else there is a person's. */
final class OneDay implements Work {

    private final Disk disk;
    private final Path day;
    private final Path aside;
    private final Long most;
    private final Needs needs;
    private final LongConsumer freed;
    private final boolean counted;
    private Iterator<String> names;
    private Path next;
    private Measuring measuring;
    private long gone;

    /** @param freed told how much each takes that goes; null if nobody counts */
    OneDay(Disk disk, Path days, Outdated.Part part, Needs needs, LongConsumer freed) {
        this.disk = disk;
        this.day = days.resolve(part.name());
        this.aside = SetAside.of(days, part.name());
        this.most = part.most();
        this.needs = needs;
        this.freed = freed == null ? bytes -> {} : freed;
        this.counted = freed != null;
    }

    @Override
    public boolean step() throws IOException {
        if (names == null) {
            names = disk.list(day).stream().filter(TaskId::isOne).sorted().iterator();
        } else if (measuring != null) {
            if (!measuring.step()) {
                setAside(measuring.bytes());
                measuring = null;
            }
        } else {
            look(names.next());
        }
        return measuring != null || names.hasNext() && (most == null || gone < most);
    }

    private void look(String id) throws IOException {
        next = day.resolve(id);
        Stat stat = disk.stat(next);
        if (stat == null || !stat.isFolder() || needs.isNeeded(id, next)) {
            return;
        }
        if (counted) {
            measuring = new Measuring(disk, next);
        } else {
            setAside(0);
        }
    }

    private void setAside(long bytes) throws IOException {
        if (disk.stat(aside) == null) {
            disk.makeFolder(aside);
        }
        try {
            disk.rename(next, aside.resolve(next.getFileName()));
            gone += bytes;
            freed.accept(bytes);
        } catch (NoSuchFileException e) {
            // a person has taken it away
        }
    }
}
