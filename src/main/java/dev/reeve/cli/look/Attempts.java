package dev.reeve.cli.look;

import dev.reeve.files.Disk;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.TreeSet;

/** The numbers of a task's attempts, as their folders say. */
final class Attempts {

    private static final int DIGITS = 9;

    private final Disk disk;
    private final TaskFolder task;

    Attempts(Disk disk, TaskFolder task) {
        this.disk = disk;
        this.task = task;
    }

    TreeSet<Integer> numbers() throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        try {
            for (String name : disk.list(task.attempts())) {
                if (isNumber(name)) {
                    numbers.add(Integer.parseInt(name));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // it has not begun
        }
        return numbers;
    }

    /** @return 0 before the first */
    int last() throws IOException {
        TreeSet<Integer> numbers = numbers();
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    /** @return 0 if there is none after this one */
    int after(int number) throws IOException {
        Integer next = numbers().higher(number);
        return next == null ? 0 : next;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() <= DIGITS && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
