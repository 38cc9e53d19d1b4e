package dev.reeve.retention;

import dev.reeve.files.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells of what was set aside of a day, and removes it. The steps are in {@code docs/life-of-a-task.md} under "Trim": nothing
 * is removed before it lasts that it is out of the way, and that it was told.
 */
final class Farewell implements Work {

    private final Disk disk;
    private final Path days;
    private final String date;
    private final String about;
    private final Told told;
    private final Agenda agenda;
    private final Path aside;
    private Measuring measuring;
    private boolean measured;

    /** @param about the day, as people name it */
    Farewell(Disk disk, Path days, String date, String about, Told told, Agenda agenda) {
        this.disk = disk;
        this.days = days;
        this.date = date;
        this.about = about;
        this.told = told;
        this.agenda = agenda;
        this.aside = SetAside.of(days, date);
    }

    @Override
    public boolean step() throws IOException {
        if (measuring == null) {
            if (disk.stat(aside) == null) {
                return tidy();
            }
            measuring = new Measuring(disk, aside);
        }
        if (!measured) {
            measured = !measuring.step();
            return true;
        }
        tell();
        return false;
    }

    private void tell() throws IOException {
        List<String> ids = disk.list(aside).stream().sorted().toList();
        if (ids.isEmpty()) {
            disk.remove(aside);
            return;
        }
        // as long as it could be back in its day, nothing may be missing of it
        disk.forceFolder(aside);
        told.of(about, ids.get(0) + ":" + ids.size(), ids.size(), measuring.bytes());
        Path gone = SetAside.told(disk, days, date);
        disk.rename(aside, gone);
        disk.forceFolder(days);
        agenda.first(this::tidy);
        agenda.first(new Removing(disk, gone));
    }

    /** A day of which something is left, a person's own file perhaps, stays. */
    private boolean tidy() throws IOException {
        Path day = days.resolve(date);
        try {
            if (disk.list(day).isEmpty()) {
                disk.remove(day);
            }
        } catch (NoSuchFileException e) {
            // somebody was quicker
        }
        return false;
    }
}
