package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;

/** Goes on with what was set aside, and is there still. */
final class CutOff implements Work {

    private final Disk disk;
    private final Path days;
    private final String name;
    private final Told told;
    private final Agenda agenda;

    CutOff(Disk disk, Path days, String name, Told told, Agenda agenda) {
        this.disk = disk;
        this.days = days;
        this.name = name;
        this.told = told;
        this.agenda = agenda;
    }

    @Override
    public boolean step() throws IOException {
        Stat there = disk.stat(days);
        if (there == null || !there.isFolder()) {
            return false;
        }
        for (String each : disk.list(days)) {
            String date = SetAside.dateOf(each);
            Stat stat = date == null ? null : disk.stat(days.resolve(each));
            if (stat != null && stat.isFolder()) {
                agenda.first(
                        SetAside.isTold(each)
                                ? new Removing(disk, days.resolve(each))
                                : new Farewell(disk, days, date, name + "/" + date, told, agenda));
            }
        }
        return false;
    }
}
