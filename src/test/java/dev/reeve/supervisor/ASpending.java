package dev.reeve.supervisor;

import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Spent;
import dev.reeve.sim.SimDisk;
import dev.reeve.task.Usage;
import dev.reeve.text.Money;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A spending log that a test writes. */
final class ASpending {

    final SimDisk disk = new SimDisk(() -> ACard.NOON);
    final Workspace workspace = new Workspace(Path.of("/ws"));

    ASpending() {
        try {
            disk.makeFolder(workspace.root());
            disk.makeFolder(workspace.records());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SpendingLog log() {
        return new SpendingLog(disk, workspace);
    }

    /** Read anew, as a start does. */
    Spending spending(Board board, Instant now) throws IOException {
        Spending spending = new Spending(log(), () -> ZoneOffset.UTC, board);
        spending.look(now);
        return spending;
    }

    static Spent spent(String task, int attempt, String agent, double usd, Instant at) {
        return new Spent(at, LocalDate.ofInstant(at, ZoneOffset.UTC), task, task, "label", attempt, agent, usage(usd));
    }

    static Usage usage(double usd) {
        return new Usage(1000, 0, 100, Math.round(usd * Money.USD), "m");
    }
}
