package dev.reeve.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.Disk;
import dev.reeve.files.RealDisk;
import dev.reeve.task.Usage;
import dev.reeve.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of what was spent: by months, whole beside torn lines, and of any size. */
class SpendingLogTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    @TempDir
    Path folder;

    private Workspace workspace;
    private SpendingLog log;

    @BeforeEach
    void make() throws Exception {
        workspace = new Workspace(folder);
        Files.createDirectory(workspace.records());
        Disk disk = new RealDisk();
        log = new SpendingLog(disk, workspace);
    }

    private static Spent spent(String task, LocalDate day) {
        return new Spent(
                Instant.parse("2026-11-20T12:00:00Z"),
                day,
                task,
                "root",
                "label",
                1,
                "writer",
                new Usage(10, 2, 3, 40_000L, "m"));
    }

    private List<Spent> read(YearMonth month) throws Exception {
        List<Spent> all = new ArrayList<>();
        log.read(month, all::add);
        return all;
    }

    @Test
    void aDayIsInItsMonthWhateverTheTime() throws Exception {
        Spent november = spent("one", LocalDate.of(2026, 11, 30));
        Spent december = spent("two", LocalDate.of(2026, 12, 1));
        log.append(november);
        log.append(december);
        Files.writeString(workspace.records().resolve("spending-2026-13.jsonl"), "");
        assertEquals(List.of(MONTH, MONTH.plusMonths(1)), log.months());
        assertEquals(List.of(november), read(MONTH));
        assertEquals(List.of(december), read(MONTH.plusMonths(1)));
        assertEquals(List.of(), read(MONTH.minusMonths(1)));
    }

    @Test
    void tornLinesAndThoseOfOthersArePassedOver() throws Exception {
        Spent one = spent("one", LocalDate.of(2026, 11, 20));
        log.append(one);
        Files.writeString(workspace.spending("2026-11"), "{\"id\":\"x:1\",\"timest", StandardOpenOption.APPEND);
        log.append(spent("two", one.day()));
        Files.writeString(
                workspace.spending("2026-11"), "{}\n[]\n{\"task\":1}\n{\"id\":\"y", StandardOpenOption.APPEND);
        assertEquals(
                List.of("one", "two"), read(MONTH).stream().map(Spent::task).toList());
    }

    @Test
    void anAttemptCountsOnceForWhoeverAsks() throws Exception {
        log.append(spent("one", LocalDate.of(2026, 11, 20)));
        log.append(spent("one", LocalDate.of(2026, 11, 20)));
        log.append(spent("old", LocalDate.of(2026, 11, 19)));
        List<String> since = new ArrayList<>();
        log.since(LocalDate.of(2026, 11, 20), spent -> since.add(spent.task()));
        assertEquals(List.of("one"), since);
    }

    @Test
    void aFileOfManyMegabytesIsReadToItsEnd() throws Exception {
        StringBuilder many = new StringBuilder();
        log.append(spent("task-0", LocalDate.of(2026, 11, 20)));
        String line = Files.readString(workspace.spending("2026-11"));
        for (int number = 1; number < 15_000; number++) {
            many.append(line.replace("task-0", "task-" + number));
        }
        Files.writeString(workspace.spending("2026-11"), many, StandardOpenOption.APPEND);
        List<Spent> read = read(MONTH);
        assertEquals(15_000, read.size());
        assertEquals("task-14999", read.get(14_999).task());
    }
}
