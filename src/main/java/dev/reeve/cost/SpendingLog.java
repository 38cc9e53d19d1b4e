package dev.reeve.cost;

import dev.reeve.files.Disk;
import dev.reeve.files.JsonLines;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code state/spending-<month>.jsonl}: a line for each attempt that told what it took of its model. */
public final class SpendingLog {

    private static final Pattern NAME = Pattern.compile("spending-(\\d{4}-\\d{2})\\.jsonl");

    private static final int TAIL = 256 << 10;

    private final Disk disk;
    private final Workspace workspace;

    /** Whose names last: that a file is there tells nothing, for whoever made it may have been killed before the force. */
    private final Set<Path> named = new HashSet<>();

    public SpendingLog(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** The months in which something was spent, in their order. */
    public List<YearMonth> months() throws IOException {
        List<YearMonth> months = new ArrayList<>();
        for (String name : names()) {
            Matcher form = NAME.matcher(name);
            if (form.matches()) {
                try {
                    months.add(YearMonth.parse(form.group(1)));
                } catch (DateTimeParseException e) {
                    // a thirteenth month is nobody's
                }
            }
        }
        Collections.sort(months);
        return months;
    }

    private List<String> names() throws IOException {
        try {
            return disk.list(workspace.records());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Every line of a month; one may stand there twice, with the same id. */
    public void read(YearMonth month, Consumer<Spent> each) throws IOException {
        JsonLines.each(disk, file(month), line -> tell(line, each));
    }

    /** What was spent from this day on, each attempt once. */
    public void since(LocalDate first, Consumer<Spent> each) throws IOException {
        Set<String> seen = new HashSet<>();
        for (YearMonth month : months()) {
            if (!month.isBefore(YearMonth.from(first))) {
                read(month, spent -> {
                    if (!spent.day().isBefore(first) && seen.add(spent.id())) {
                        each.accept(spent);
                    }
                });
            }
        }
    }

    /** The last lines of a month. */
    public void tail(YearMonth month, Consumer<Spent> each) throws IOException {
        JsonLines.tail(disk, file(month), TAIL).forEach(line -> tell(line, each));
    }

    private static void tell(ObjectNode line, Consumer<Spent> each) {
        Spent spent = Spent.of(line);
        if (spent != null) {
            each.accept(spent);
        }
    }

    /** Adds a line, and makes it last. */
    public void append(Spent spent) throws IOException {
        Path file = file(YearMonth.from(spent.day()));
        JsonLines.append(disk, file, spent.json());
        disk.forceFile(file);
        if (!named.contains(file)) {
            disk.forceFolder(workspace.records());
            named.add(file);
        }
    }

    private Path file(YearMonth month) {
        return workspace.spending(month.toString());
    }
}
