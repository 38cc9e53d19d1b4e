package dev.reeve.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cost.PricesFile;
import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.UsageFile;
import dev.reeve.program.Heard;
import dev.reeve.program.Listening;
import dev.reeve.program.Preset;
import dev.reeve.program.Presets;
import dev.reeve.program.Transcript;
import dev.reeve.sim.SimDisk;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;

/** Whatever tells of what was taken of a model: amounts are never negative, and what can't be read is not counted. */
final class Costs {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path FOLDER = Path.of("/x");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private Costs() {}

    static void usage(byte[] content) {
        try {
            sound(UsageFile.read(content));
        } catch (UsageFile.Unbelievable e) {
            Told.check(e.getMessage());
        }
    }

    static void prices(byte[] content) {
        Told.check("prices.yaml", PricesFile.read("prices.yaml", content));
    }

    static void spending(byte[] content) throws IOException {
        SimDisk disk = new SimDisk(() -> NOON);
        Workspace workspace = new Workspace(FOLDER);
        Path file = workspace.spending(MONTH.toString());
        disk.makeFolder(FOLDER);
        disk.makeFolder(file.getParent());
        disk.create(file, content);
        SpendingLog log = new SpendingLog(disk, workspace);
        log.read(MONTH, spent -> sound(spent.usage()));
        log.tail(MONTH, spent -> sound(spent.usage()));
    }

    /** By every preset that is built in, for a supervisor and for a person. */
    static void stream(byte[] content) throws IOException {
        SimDisk disk = new SimDisk(() -> NOON);
        AttemptFolder attempt = new AttemptFolder(FOLDER);
        disk.makeFolder(FOLDER);
        disk.create(attempt.stdout(), content);
        disk.create(attempt.stderr(), content);
        for (String name : Presets.BUILT_IN) {
            Preset preset = Presets.builtIn(name);
            Heard heard = new Listening(disk, preset).all(attempt, Usage.NONE);
            sound(heard.told().usage());
            assertTrue(heard.told().pause() == null || !heard.told().pause().isNegative(), "a pause before now");
            StringBuilder shown = new StringBuilder();
            new Transcript(disk, preset, shown::append).read(attempt.stdout(), true);
            assertFalse(
                    shown.chars().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)),
                    "a terminal would obey");
        }
    }

    private static void sound(Usage usage) {
        boolean negative = usage.input() < 0
                || usage.cached() < 0
                || usage.output() < 0
                || usage.cost() != null && usage.cost() < 0;
        assertFalse(negative, usage::toString);
    }
}
