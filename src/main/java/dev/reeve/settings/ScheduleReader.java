package dev.reeve.settings;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.schedule.Schedule;
import dev.reeve.schedule.ScheduleFile;
import dev.reeve.text.Names;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the schedules of a workspace. They are no part of its configuration, so that a command that needs none loads none. */
public final class ScheduleReader {

    private static final String MARKDOWN = ".md";

    private final Disk disk;
    private final Workspace workspace;

    public ScheduleReader(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** The name of the schedule in a file of this name; null if it is none. */
    public static String nameOf(String file) {
        String name = file.endsWith(MARKDOWN) ? file.substring(0, file.length() - MARKDOWN.length()) : "";
        return Names.isName(name) ? name : null;
    }

    /** The files that are there, by the names of their schedules, with what tells whether they have changed. */
    public SortedMap<String, Stat> look() throws IOException {
        SortedMap<String, Stat> files = new TreeMap<>();
        try {
            for (String file : disk.list(workspace.schedules())) {
                String name = nameOf(file);
                Stat stat = name == null ? null : disk.stat(workspace.schedule(file));
                if (stat != null) {
                    files.put(name, stat);
                }
            }
        } catch (NoSuchFileException e) {
            // none, then
        }
        return files;
    }

    /** @param zone of the workspace */
    public Reading<Schedule> read(String name, ZoneId zone) {
        Path path = workspace.schedule(name + MARKDOWN);
        String file = workspace.shown(path);
        Parsed<byte[]> content = Contents.read(disk, path, file, ScheduleFile.LIMIT, "write it, or leave it");
        return Reading.of(
                file,
                content instanceof Parsed.Good<byte[]> good
                        ? ScheduleFile.read(file, name, good.value(), zone)
                        : new Parsed.Bad<>(content.problems()));
    }
}
