package dev.reeve.cli.look;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.cli.call.Terminal;
import dev.reeve.cli.look.StatusReport.Entry;
import dev.reeve.cli.look.StatusReport.Listing;
import dev.reeve.files.Json;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is going on, in lines for a person. */
final class StatusPage {

    private final Terminal terminal;
    private final StatusReport report;
    private final List<String> lines = new ArrayList<>();

    private StatusPage(Terminal terminal, StatusReport report) {
        this.terminal = terminal;
        this.report = report;
    }

    static List<String> of(Terminal terminal, StatusReport report) {
        StatusPage page = new StatusPage(terminal, report);
        page.write();
        return page.lines;
    }

    private void write() {
        lines.add(supervisor());
        if (report.stop() != null) {
            lines.add(terminal.paint(Colour.ATTENTION, "STOP is there: nothing new starts until the file is removed."));
        }
        if (report.dropped() > 0) {
            lines.add(Phrases.count(report.dropped(), "thing") + " dropped, not taken yet");
        }
        section("Running", Colour.GOOD, report.running(), running());
        section("Queued", Colour.HEADING, report.queued(), queued());
        section("Waiting", Colour.HEADING, report.waiting(), waiting());
        section("Held", Colour.ATTENTION, report.held(), held());
        if (report.held().count() > 0) {
            lines.add("  `reeve release ID` lets one go on, `reeve kill ID` gives it up; its why.md says more.");
            if (asksAny()) {
                lines.add("  `reeve answer ID TEXT` answers one that asks.");
            }
        }
        section("Failed", Colour.BAD, report.failed(), failed());
        section("Done", Colour.GOOD, report.done(), done());
        problems();
        today();
    }

    private String supervisor() {
        SupervisorFile alive = report.supervisor();
        if (alive == null) {
            return terminal.paint(Colour.ATTENTION, "No supervisor runs here.")
                    + " `reeve up` starts one; what is dropped meanwhile is kept.";
        }
        String most = report.published() == null || Json.whole(report.published(), "max_concurrent") == null
                ? ""
                : " of " + Json.whole(report.published(), "max_concurrent");
        return "Supervisor pid " + alive.pid()
                + (alive.startedAt() == null ? "" : " since " + Phrases.time(alive.startedAt()))
                + ", " + report.running().count() + most + " running";
    }

    private void section(String title, Colour colour, Listing listing, Table table) {
        if (listing.count() == 0) {
            return;
        }
        lines.add("");
        lines.add(terminal.paint(colour, title) + " " + Phrases.count(listing.count())
                + (listing.whole() ? "" : " or more"));
        lines.addAll(table.lines(terminal));
        if (listing.more() > 0) {
            lines.add("  … and " + Phrases.count(listing.more()) + " more");
        }
    }

    private Table running() {
        Table table = new Table("TASK", "AGENT", "ATTEMPT", "ELAPSED", "TIMEOUT", "NOTE");
        for (Entry entry : report.running().shown()) {
            AttemptRecord attempt =
                    entry.record() == null ? null : entry.record().lastAttempt();
            boolean started = attempt != null && !attempt.ended();
            table.row(
                    entry.id(),
                    entry.agent(),
                    attempt == null ? null : number(attempt),
                    started ? Phrases.since(attempt.startedAt(), report.now()) : null,
                    started ? Progress.of(entry, attempt, report.now()) : "",
                    note(entry));
        }
        return table;
    }

    private static String note(Entry entry) {
        String retrying = entry.published() == null ? null : Json.text(entry.published(), "retrying");
        String note = entry.note() == null ? "" : entry.note().toString();
        return retrying == null ? note : "retrying: " + retrying + (note.isEmpty() ? "" : "; " + note);
    }

    private static String number(AttemptRecord attempt) {
        return attempt.isCheck() ? attempt.number() + " checks " + attempt.verifies() : "" + attempt.number();
    }

    private Table queued() {
        Table table = new Table("TASK", "AGENT", "PRIORITY", "AGE", "WHY IT DOES NOT START");
        for (Entry entry : report.queued().shown()) {
            TaskRecord record = entry.record();
            table.row(
                    entry.id(),
                    entry.agent(),
                    record == null ? null : Integer.toString(record.priority()),
                    record == null ? null : Phrases.since(record.queuedAt(), report.now()),
                    missing(entry));
        }
        return table;
    }

    private String missing(Entry entry) {
        if (report.supervisor() == null) {
            return "no supervisor runs";
        }
        if (report.stop() != null) {
            return "STOP";
        }
        List<String> places = new ArrayList<>();
        if (entry.published() != null && entry.published().get("missing") instanceof ArrayNode missing) {
            for (JsonNode place : missing) {
                places.add(place.asString());
            }
        }
        return String.join("; ", places);
    }

    private Table waiting() {
        Table table = new Table("TASK", "AGENT", "UNTIL", "REASON");
        for (Entry entry : report.waiting().shown()) {
            Wait wait = entry.record() == null ? null : entry.record().waitsFor();
            table.row(
                    entry.id(),
                    entry.agent(),
                    wait == null || wait.until() == null ? null : Phrases.time(wait.until()),
                    wait == null ? Phrases.or(entry.why(), "its why.md says it") : wait.reason());
        }
        return table;
    }

    private Table held() {
        Table table = new Table("TASK", "AGENT", "REASON");
        for (Entry entry : report.held().shown()) {
            table.row(entry.id(), entry.agent(), Phrases.or(entry.why(), "parked"));
        }
        return table;
    }

    private boolean asksAny() {
        return report.held().shown().stream()
                .anyMatch(entry -> entry.record() != null && entry.record().question() != null);
    }

    private Table failed() {
        Table table = new Table("NEWEST", "AGENT", "REASON");
        for (Entry entry : report.failed().shown()) {
            String why = Phrases.or(entry.why(), "its why.md says it");
            table.row(entry.id(), entry.agent(), entry.harvest() == null ? why : entry.harvest() + ": " + why);
        }
        return table;
    }

    private Table done() {
        Table table = new Table("NEWEST", "AGENT", "FOLDER", "COMPLETE");
        for (Entry entry : report.done().shown()) {
            table.row(entry.id(), entry.agent(), entry.where() + "/", Phrases.or(entry.harvest(), ""));
        }
        return table;
    }

    private void problems() {
        if (report.published() == null || !(report.published().get("problems") instanceof ArrayNode problems)) {
            return;
        }
        if (!problems.isEmpty()) {
            lines.add("");
            lines.add(terminal.paint(Colour.BAD, "Problems") + " " + problems.size());
        }
        for (JsonNode problem : problems) {
            lines.add("  " + Phrases.line(Json.text(problem, "where") + ": " + Json.text(problem, "what")));
        }
    }

    private void today() {
        if (report.published() == null || !(report.published().get("today") instanceof ObjectNode today)) {
            return;
        }
        List<String> totals = new ArrayList<>();
        for (String key : List.of("accepted", "done", "failed", "retried", "rejected")) {
            Long count = Json.whole(today, key);
            totals.add(Phrases.count(count == null ? 0 : count) + " " + key);
        }
        if (today.has("cost_usd")) {
            totals.add("$" + today.get("cost_usd").asString() + " spent");
        }
        lines.add("");
        lines.add(terminal.paint(Colour.HEADING, "Today") + " " + String.join(", ", totals));
    }
}
