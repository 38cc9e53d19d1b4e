package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Trims a folder that has a folder for each day, with what belongs to the day in it: {@code done/}, {@code logs/events/}. */
final class DayFolders implements Work {

    private final Disk disk;
    private final Path days;
    private final String name;
    private final Keep keep;
    private final Instant now;
    private final Needs needs;
    private final Told told;
    private final Sizes sizes;
    private final Agenda agenda;
    private final Consumer<String> overfull;
    private final Set<String> tried = new HashSet<>();
    private final Map<String, Long> freed = new HashMap<>();
    private List<String> dates;

    /**
     * @param name of the folder, as people name it
     * @param overfull told the name if there is more than there is to be, and nothing more may go
     */
    DayFolders(
            Disk disk,
            Path days,
            String name,
            Keep keep,
            Instant now,
            Needs needs,
            Told told,
            Sizes sizes,
            Agenda agenda,
            Consumer<String> overfull) {
        this.disk = disk;
        this.days = days;
        this.name = name;
        this.keep = keep;
        this.now = now;
        this.needs = needs;
        this.told = told;
        this.sizes = sizes;
        this.agenda = agenda;
        this.overfull = overfull;
    }

    @Override
    public boolean step() throws IOException {
        if (dates == null) {
            begin();
            return true;
        }
        List<Outdated.Day> all = all();
        Outdated.Part part = Outdated.next(keep, all, tried, now);
        if (part == null) {
            if (Outdated.excess(keep, all) > 0) {
                overfull.accept(name);
            }
            return false;
        }
        String date = part.name();
        tried.add(date);
        agenda.first(new Farewell(disk, days, date, name + "/" + date, told, agenda));
        agenda.first(new OneDay(
                disk, days, part, needs, keep.size() == null ? null : bytes -> freed.merge(date, bytes, Long::sum)));
        return true;
    }

    private void begin() throws IOException {
        dates = datesIn(disk, days);
        if (keep.size() == null) {
            return;
        }
        sizes.keepOnly(dates.stream().map(days::resolve).toList());
        for (String date : dates) {
            agenda.first(sizes.measure(days.resolve(date), !Outdated.isOver(date, Duration.ZERO, now)));
        }
    }

    private List<Outdated.Day> all() {
        List<Outdated.Day> all = new ArrayList<>();
        for (String date : dates) {
            all.add(new Outdated.Day(date, sizes.of(days.resolve(date)) - freed.getOrDefault(date, 0L)));
        }
        return all;
    }

    /** The folders that are days. Anything else there is a person's. */
    static List<String> datesIn(Disk disk, Path days) throws IOException {
        List<String> dates = new ArrayList<>();
        Stat there = disk.stat(days);
        for (String name : there == null || !there.isFolder() ? List.<String>of() : disk.list(days)) {
            Stat stat = Where.isDate(name) ? disk.stat(days.resolve(name)) : null;
            if (stat != null && stat.isFolder()) {
                dates.add(name);
            }
        }
        return dates;
    }
}
