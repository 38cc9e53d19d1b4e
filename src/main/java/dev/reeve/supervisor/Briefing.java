package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Stat;
import dev.reeve.launch.Packet;
import dev.reeve.launch.Prompt;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.ChildReport;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec.OutputFormat;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.ChildFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads what goes into an attempt's prompt. */
final class Briefing {

    /** A context file larger than this is cut: no program takes more as its identity. */
    private static final int CONTEXT = 1 << 20;

    private final Kit kit;
    private final Answer answer;
    private final Conversation conversation;

    Briefing(Kit kit, Answer answer, Conversation conversation) {
        this.kit = kit;
        this.answer = answer;
        this.conversation = conversation;
    }

    /**
     * @param here where the task's folder is now
     * @param there where it will be while it runs, as the paths in the prompt tell it
     * @param given the messages that it shows
     */
    String prompt(
            TaskRecord record, AgentConfig agent, int attempt, TaskFolder here, TaskFolder there, Handing.Given given)
            throws IOException {
        AgentFolder folder = kit.workspace().agent(agent.name());
        List<Prompt.Named> context = new ArrayList<>();
        for (String name : agent.context()) {
            String text = text(folder.path().resolve(name), CONTEXT);
            if (text != null) {
                context.add(new Prompt.Named(name, text));
            }
        }
        String rules = text(kit.workspace().houseRules(), CONTEXT);
        return Prompt.of(new Prompt.Parts(
                rules == null ? "" : rules,
                context,
                logs(folder),
                record.memory(),
                packet(record, agent, attempt, here, there),
                given.inbox(),
                given.own(),
                kit.team().get().limits().maxResult()));
    }

    private List<Prompt.Named> logs(AgentFolder agent) throws IOException {
        List<Prompt.Named> logs = new ArrayList<>();
        LocalDate today = LocalDate.parse(kit.today());
        for (LocalDate date : List.of(today.minusDays(1), today)) {
            String text = text(agent.dailyLog(date.toString()), CONTEXT);
            if (text != null) {
                logs.add(new Prompt.Named(date.toString(), text));
            }
        }
        return logs;
    }

    private Packet packet(TaskRecord record, AgentConfig agent, int attempt, TaskFolder here, TaskFolder there)
            throws IOException {
        List<String> constraints = new ArrayList<>();
        if (!AttemptLimits.timeout(record, agent).isZero()) {
            constraints.add("It has " + Words.duration(AttemptLimits.timeout(record, agent)) + " for this attempt.");
        }
        if (record.deadline() != null) {
            constraints.add("It must be done by " + record.deadline() + ".");
        }
        return new Packet(
                record.id(),
                record.label(),
                attempt,
                record.spec().text(),
                record.spec().inputs(),
                record.spec().output() == OutputFormat.JSON,
                constraints,
                attachments(here, there),
                results(here, there),
                children(here, there),
                conversation.before(record, agent),
                said(record, here, there));
    }

    private List<String> attachments(TaskFolder here, TaskFolder there) throws IOException {
        List<String> paths = new ArrayList<>();
        if (kit.durable().exists(here.files())) {
            for (String name : new TreeSet<>(kit.disk().list(here.files()))) {
                paths.add(there.files().resolve(name).toString());
            }
        }
        return paths;
    }

    private List<Packet.Result> results(TaskFolder here, TaskFolder there) throws IOException {
        List<Packet.Result> results = new ArrayList<>();
        if (!kit.durable().exists(here.after())) {
            return results;
        }
        TreeSet<String> labels = new TreeSet<>(kit.disk().list(here.after()));
        int shown = shown(labels.size());
        for (String label : labels) {
            TaskFolder from = new TaskFolder(here.after().resolve(label));
            TaskFolder to = new TaskFolder(there.after().resolve(label));
            boolean ok = !kit.durable().exists(from.why());
            Path file = kit.durable().exists(from.result())
                    ? from.result()
                    : kit.durable().exists(from.resultJson()) ? from.resultJson() : from.why();
            String text = text(file, shown + 4);
            if (text != null) {
                Stat stat = kit.disk().stat(file);
                results.add(new Packet.Result(
                        label,
                        label,
                        ok,
                        text,
                        stat.size() <= shown + 4,
                        to.path().resolve(file.getFileName()).toString()));
            }
        }
        return results;
    }

    private List<Packet.Result> children(TaskFolder here, TaskFolder there) throws IOException {
        List<Packet.Result> results = new ArrayList<>();
        Stat stat = kit.disk().stat(here.children());
        if (stat == null || !stat.isFolder()) {
            return results;
        }
        TreeSet<String> places = new TreeSet<>(kit.disk().list(here.children()));
        int shown = shown(places.size());
        for (String place : places) {
            ChildFolder from = here.child(place);
            ChildReport report = ChildReport.read(kit.disk(), from);
            if (report != null && report.ended() && !report.review()) {
                Path file = kit.durable().exists(from.result()) ? from.result() : from.resultJson();
                String answer = report.ok() ? text(file, shown + 4) : report.reason();
                results.add(new Packet.Result(
                        place,
                        report.id() == null ? place : report.id(),
                        report.ok(),
                        answer == null ? "" : answer,
                        !report.ok()
                                || kit.disk().stat(file) == null
                                || kit.disk().stat(file).size() <= shown + 4,
                        there.child(place)
                                .path()
                                .resolve(report.ok() ? file.getFileName().toString() : "why.md")
                                .toString()));
            }
        }
        return results;
    }

    /** What the last check that sent an answer back had to say. */
    private Packet.Said said(TaskRecord record, TaskFolder here, TaskFolder there) throws IOException {
        Gate.Round round = record.gate() == null ? null : record.gate().lastRefused();
        if (round == null) {
            return null;
        }
        String text;
        if (round.child() == null) {
            String printed = answer.end(here.attempt(round.check()), shown(1), Integer.MAX_VALUE);
            text = reason(record, round.check()) + (printed.isEmpty() ? "" : "\n\n" + printed);
        } else {
            text = text(here.child(round.child()).result(), shown(1));
        }
        return new Packet.Said(
                round.attempt(),
                text == null ? "" : text,
                there.path().resolve(round.folder()).toString());
    }

    private static String reason(TaskRecord record, int attempt) {
        return record.attempts().stream()
                .filter(one -> one.number() == attempt && one.reason() != null)
                .map(AttemptRecord::reason)
                .findFirst()
                .orElse("");
    }

    private int shown(int results) {
        long share = Prompt.share(kit.team().get().limits().maxResult(), results);
        return (int) Math.min(Integer.MAX_VALUE - 8, share);
    }

    private String text(Path file, int limit) throws IOException {
        byte[] content = kit.durable().readIfThere(file, limit);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }
}
