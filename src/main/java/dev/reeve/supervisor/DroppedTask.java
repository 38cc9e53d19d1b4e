package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.text.Places;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a dropped thing asks for, or what is wrong with it, a line for each thing.
 *
 * @param spec null if anything is wrong
 * @param file the name of the task file, as problems name it
 * @param places where its keys stand
 */
record DroppedTask(TaskSpec spec, List<String> problems, String file, Places places) {

    private static final String KINDS = ".md, .markdown, .txt, .json, .yaml or .yml";

    /** More levels than any person makes, and few enough to be walked. */
    private static final int DEEPEST = 64;

    private static final String MAY_NOT =
            "Reeve may not read %s. Give its user the right to (`chmod %s`), and drop it again.";

    private static DroppedTask wrong(String problem) {
        return new DroppedTask(null, List.of(problem), null, Places.NONE);
    }

    /** What only shows beside other files, with its place in this one. */
    String problem(String key, String what, String advice) {
        return Problem.error(file, places.of(key), what, advice).toString();
    }

    static DroppedTask read(Kit kit, Path dropped) throws IOException {
        return read(kit, dropped, own -> List.of());
    }

    /** @param more keys that it gets from elsewhere */
    static DroppedTask read(Kit kit, Path dropped, TaskFile.More more) throws IOException {
        String name = dropped.getFileName().toString();
        String badName = Names.wrong(name);
        if (badName != null) {
            return wrong("I" + badName.substring(1)
                    + ". Rename it to plain letters and digits, such as `hi.md`, and drop it again.");
        }
        Stat stat = there(kit, dropped);
        if (!stat.isFile() && !stat.isFolder()) {
            return wrong("It is " + kind(stat) + ", and was not looked into. Drop a regular file, or a folder with a"
                    + " task file in it.");
        }
        ZoneId zone = kit.team().get().settings().zone();
        return stat.isFolder() ? folder(kit, dropped, zone, more) : file(kit, dropped, stat, name, zone, more);
    }

    /** Whoever dropped it may take it back at any moment. */
    private static Stat there(Kit kit, Path path) throws IOException {
        Stat stat = kit.disk().stat(path);
        if (stat == null) {
            throw new NoSuchFileException(path.toString());
        }
        return stat;
    }

    private static DroppedTask folder(Kit kit, Path dropped, ZoneId zone, TaskFile.More more) throws IOException {
        try {
            String strange = strange(kit, dropped, "", 0);
            if (strange != null) {
                return wrong(strange);
            }
        } catch (AccessDeniedException e) {
            return wrong(MAY_NOT.formatted("all of it", "-R u+rX"));
        }
        String task = Drop.taskIn(kit.disk().list(dropped));
        if (task == null) {
            return wrong("It has no task file, or more than one. A folder is a task if exactly one file in it is named"
                    + " `task.md` (or `task.` with another of " + KINDS
                    + "); everything else in it goes with the task.");
        }
        Path file = dropped.resolve(task);
        return file(kit, file, there(kit, file), task, zone, more);
    }

    /** The first thing in a dropped folder that can't be taken as data. */
    private static String strange(Kit kit, Path folder, String under, int depth) throws IOException {
        if (depth > DEEPEST) {
            return "Its folders are nested deeper than " + DEEPEST + " levels.";
        }
        for (String name : kit.disk().list(folder)) {
            Path path = folder.resolve(name);
            Stat stat = kit.disk().stat(path);
            if (stat == null && name.indexOf(Doors.UNREADABLE) < 0) {
                throw new NoSuchFileException(path.toString());
            }
            if (stat == null) {
                return Quoted.of(under + name) + " in it can't be read: its name is not UTF-8, or too long. Rename it.";
            }
            if (stat.isFile()) {
                kit.disk().read(path, 0, 1);
            } else if (!stat.isFolder()) {
                return Quoted.of(under + name) + " in it is " + kind(stat)
                        + ", and was not looked into. Put the file itself there.";
            }
            String deeper = stat.isFolder() ? strange(kit, path, under + name + "/", depth + 1) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static DroppedTask file(Kit kit, Path file, Stat stat, String name, ZoneId zone, TaskFile.More more)
            throws IOException {
        if (!stat.isFile()) {
            return wrong(Quoted.of(name) + " is " + kind(stat) + "; the task is a regular file.");
        }
        if (!Drop.isTaskName(name)) {
            return wrong(Quoted.of(name) + " is no task file: its name must end in " + KINDS
                    + ". What belongs to a task goes into a folder with a `task.md` beside it.");
        }
        Problem large = TaskFile.tooLarge(name, stat.size()).orElse(null);
        if (large != null) {
            return wrong(large.toString());
        }
        byte[] content;
        try {
            content = kit.disk().read(file, 0, TaskFile.LIMIT + 1);
        } catch (AccessDeniedException e) {
            return wrong(MAY_NOT.formatted("it", "u+r"));
        }
        Parsed<TaskSpec> parsed = TaskFile.read(name, content, zone, more);
        if (parsed instanceof Parsed.Good<TaskSpec> good) {
            return new DroppedTask(good.value(), List.of(), name, good.places());
        }
        return new DroppedTask(
                null,
                parsed.problems().stream().map(Problem::toString).collect(Collectors.toList()),
                name,
                Places.NONE);
    }

    private static String kind(Stat stat) {
        return switch (stat.kind()) {
            case LINK -> "a symbolic link";
            case FOLDER -> "a folder";
            case FILE -> "a file";
            case OTHER -> "a FIFO, a socket or a device";
        };
    }
}
