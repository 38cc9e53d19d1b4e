package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands in a door, at one look.
 *
 * @param look everything about it that a writer could not leave as it was
 * @param rest how long it must have rested before it is taken
 */
record Drop(String name, Stat stat, String look, Duration rest) {

    static final Set<String> EXTENSIONS = Set.of("md", "markdown", "txt", "json", "yaml", "yml");

    private static final Set<String> UNFINISHED = Set.of("tmp", "part", "swp", "crdownload");
    private static final Duration FOLDER_REST = Duration.ofSeconds(2);
    private static final Duration EMPTY_REST = Duration.ofSeconds(10);

    /** Twice the coarsest tick of a disk that is in use. */
    private static final Duration COARSE_REST = Duration.ofSeconds(4);

    /** A folder with more in it than this is taken for what it seems at the first so many. */
    private static final int ENTRIES = 10_000;

    /** Dotfiles, and what editors and browsers make on their way to a file. */
    static boolean leftAlone(String name) {
        return name.startsWith(".")
                || name.startsWith("#")
                || name.endsWith("~")
                || UNFINISHED.contains(extension(name));
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isTaskName(String name) {
        return EXTENSIONS.contains(extension(name));
    }

    /** The file of a dropped folder that is the task; null if there is none, or more than one. */
    static String taskIn(List<String> names) {
        Set<String> tasks = names.stream()
                .filter(name -> name.startsWith("task.") && isTaskName(name) && name.lastIndexOf('.') == 4)
                .collect(Collectors.toCollection(TreeSet::new));
        return tasks.size() == 1 ? tasks.iterator().next() : null;
    }

    /** @return null if it is gone again */
    static Drop look(Disk disk, Path path, Duration settle) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null) {
            return null;
        }
        String name = path.getFileName().toString();
        if (stat.isFolder()) {
            StringBuilder look = new StringBuilder();
            look(disk, path, look, new int[] {ENTRIES});
            boolean task = taskIn(disk.list(path)) != null;
            return new Drop(name, stat, look.toString(), task ? FOLDER_REST : EMPTY_REST);
        }
        Duration rest = settle;
        if (stat.isFile() && stat.size() == 0) {
            rest = EMPTY_REST;
        } else if (stat.isFile() && !isTaskName(name)) {
            rest = FOLDER_REST;
        }
        return new Drop(name, stat, stat.toString(), longer(rest, stat));
    }

    /** A time in whole seconds may come from a disk whose clock ticks in seconds, where a change can go unseen as long. */
    private static Duration longer(Duration rest, Stat stat) {
        boolean coarse = stat.modified().getNano() == 0;
        return coarse && rest.compareTo(COARSE_REST) < 0 ? COARSE_REST : rest;
    }

    private static void look(Disk disk, Path path, StringBuilder look, int[] left) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null || left[0]-- <= 0) {
            return;
        }
        look.append(path.getFileName()).append(stat);
        if (stat.isFolder()) {
            for (String name : new TreeSet<>(disk.list(path))) {
                look(disk, path.resolve(name), look, left);
            }
        }
    }
}
