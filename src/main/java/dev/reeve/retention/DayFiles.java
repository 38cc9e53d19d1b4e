package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Trims a folder that has a file for each day, or month: {@code logs/audit-<date>.jsonl}, {@code alerts-<month>.jsonl}. */
final class DayFiles implements Work {

    private final Disk disk;
    private final Path folder;
    private final Function<String, String> dateOf;
    private final Keep keep;
    private final Instant now;
    private final Told told;
    private final Set<String> tried = new HashSet<>();
    private List<Outdated.Day> days;

    /** @param dateOf of a file, by its name; null if it is not of a day */
    DayFiles(Disk disk, Path folder, Function<String, String> dateOf, Keep keep, Instant now, Told told) {
        this.disk = disk;
        this.folder = folder;
        this.dateOf = dateOf;
        this.keep = keep;
        this.now = now;
        this.told = told;
    }

    @Override
    public boolean step() throws IOException {
        if (days == null) {
            begin();
            return true;
        }
        Outdated.Part part = Outdated.next(keep, days, tried, now);
        if (part == null) {
            return false;
        }
        tried.add(part.name());
        remove(folder.resolve(part.name()));
        days.removeIf(day -> day.name().equals(part.name()));
        return true;
    }

    private void begin() throws IOException {
        days = new ArrayList<>();
        for (String name : disk.list(folder)) {
            String date = dateOf.apply(name);
            Stat stat = date == null ? null : disk.stat(folder.resolve(name));
            if (stat != null && stat.isFile()) {
                days.add(new Outdated.Day(name, date, stat.size()));
            }
        }
    }

    private void remove(Path file) throws IOException {
        Stat stat = disk.stat(file);
        if (stat == null) {
            return;
        }
        told.of(folder.getFileName() + "/" + file.getFileName(), Long.toString(stat.size()), 1, stat.size());
        try {
            disk.remove(file);
        } catch (NoSuchFileException e) {
            // somebody was quicker
        }
    }
}
