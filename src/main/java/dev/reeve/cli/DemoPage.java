package dev.reeve.cli;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Shell;
import dev.reeve.cli.demo.Event;
import dev.reeve.cli.demo.Example;
import dev.reeve.cli.demo.FolderTree;
import dev.reeve.cli.demo.Story;
import dev.reeve.files.Disk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code reeve demo} prints: a line for each event while it happens, then the result, and where to look. */
final class DemoPage {

    private static final String LINE = "  %6s s  %-8s %-8s %s";
    private static final int RESULT = 16 << 10;

    private final Invocation invocation;
    private final Workspace workspace;
    private final Instant start;

    DemoPage(Invocation invocation, Workspace workspace, Instant start) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.start = start;
    }

    void opening(Example example, int dropped) {
        say(heading(example.name()) + ": " + example.title() + ".");
        say("In " + workspace.root() + ", where " + Phrases.count(dropped, "task") + (dropped == 1 ? " was" : " were")
                + " dropped into tasks/ just now.");
        say("A task is a folder, and the folder that it is in is its state:");
        say("");
        say(invocation
                .terminal()
                .paint(
                        Colour.FAINT,
                        LINE.formatted("after", "task", "is in", "").stripTrailing()));
    }

    void tell(List<Event> events) {
        for (Event event : events) {
            String line = LINE.formatted(
                    Event.seconds(Duration.between(start, event.at())),
                    event.label(),
                    event.state() == null ? "rejected" : event.state().folder(),
                    Phrases.line(event.text()));
            Colour colour = colour(event.state());
            say(colour == null ? line.stripTrailing() : invocation.terminal().paint(colour, line.stripTrailing()));
        }
    }

    private static Colour colour(State state) {
        if (state == null) {
            return Colour.BAD;
        }
        return switch (state) {
            case QUEUE -> Colour.FAINT;
            case RUNNING -> null;
            case WAITING, HELD -> Colour.ATTENTION;
            case DONE -> Colour.GOOD;
            case FAILED -> Colour.BAD;
        };
    }

    /** @return how the command exits */
    int closing(Story story, int dropped) throws IOException {
        List<Event> done = story.endings().stream()
                .filter(event -> event.state() == State.DONE)
                .toList();
        List<Event> held = story.endings().stream()
                .filter(event -> event.state() == State.HELD)
                .toList();
        Set<String> dealtWith = dealtWith(done, held);
        List<Event> missing = story.endings().stream()
                .filter(event -> event.state() != State.DONE && event.state() != State.HELD)
                .filter(event -> !dealtWith.contains(event.task()) && !dealtWith.contains(event.label()))
                .toList();
        int notDone = missing.size() + Math.max(0, dropped - story.endings().size());
        if (notDone > 0 || done.isEmpty()) {
            shortOf(missing, notDone);
            return Exit.FAILED;
        }
        Event last = done.get(done.size() - 1);
        TaskFolder task = folder(last.task());
        Path result = invocation.durable().exists(task.result()) ? task.result() : task.resultJson();
        say("");
        say(heading("The result") + ", in " + workspace.shown(result) + ":");
        say("");
        new String(invocation.disk().read(result, 0, RESULT), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> say(("    " + line).stripTrailing()));
        say("");
        say(heading("What there is to look at") + ":");
        say("");
        tree(done, task).draw(workspace.root()).forEach(this::say);
        say("");
        waitsForYou(held);
        next(last);
        return Exit.DONE;
    }

    /** What failed and was waited for by one that ran all the same, or asks a person, is as it should be. */
    private Set<String> dealtWith(List<Event> done, List<Event> held) throws IOException {
        Set<String> names = new HashSet<>();
        for (Event event : done) {
            names.addAll(waitedFor(folder(event.task())));
        }
        for (Event event : held) {
            names.addAll(waitedFor(workspace.task(State.HELD, event.task())));
        }
        return names;
    }

    private List<String> waitedFor(TaskFolder task) throws IOException {
        TaskRecord record = TaskRecords.read(invocation.disk(), task);
        return record == null ? List.of() : record.spec().after();
    }

    private void waitsForYou(List<Event> held) {
        if (held.isEmpty()) {
            return;
        }
        say(heading("What waits for you") + ", from " + workspace.root() + ":");
        say("");
        String reeve = invocation.origin().reeve();
        for (Event event : held) {
            say("  " + event.label() + ": " + Phrases.line(event.text()));
            say("  " + reeve + " release " + event.label() + "    # yes: it goes on");
            say("  " + reeve + " kill " + event.label() + "    # no");
        }
        say("");
    }

    private void shortOf(List<Event> endings, int missing) {
        say("");
        invocation.note("the demo did not end as it should: " + Phrases.count(missing, "task") + " not done.");
        for (Event event : endings) {
            String where = event.state() == null ? event.task() : event.state().folder() + "/" + event.task();
            invocation.note(where + ": " + event.text());
        }
        invocation.note("see " + workspace.statusPage() + " and " + workspace.supervisorLog() + ".");
    }

    private FolderTree tree(List<Event> done, TaskFolder shown) throws IOException {
        Disk disk = invocation.disk();
        FolderTree tree = new FolderTree(disk)
                .remark(workspace.statusPage(), "what was going on, to be read with cat at any time")
                .remark(workspace.agents(), "who they are, and how each is run")
                .remark(workspace.state(State.DONE), "finished tasks, by day")
                .remark(workspace.tasks(), "the door: drop a task here")
                .remark(workspace.root().resolve("drop"), "the tasks that were dropped")
                .remark(workspace.logs(), "every decision that was made")
                .remark(workspace.shared(), "what agents share")
                .remark(workspace.settings(), "the settings")
                .remark(workspace.houseRules(), "house rules, given to every agent")
                .remark(workspace.records(), "Reeve's own small records")
                .open(shown.path())
                .open(shown.attempts())
                .remark(shown.result(), "its answer")
                .remark(shown.log(), "what happened to it")
                .remark(shown.record(), "how Reeve understood it")
                .remark(shown.out(), "its deliverables")
                .remark(shown.after(), "what those left that it waited for");
        if (invocation.durable().exists(shown.after())) {
            tree.open(shown.after());
        }
        for (Event event : done) {
            TaskFolder task = folder(event.task());
            if (!task.equals(shown) && disk.list(task.attempts()).size() > 1) {
                tree.open(task.attempts()).remark(task.attempts(), "one folder for each attempt");
            }
        }
        return tree;
    }

    private TaskFolder folder(String id) throws IOException {
        for (String date : new TreeSet<>(invocation.disk().list(workspace.state(State.DONE)))) {
            Path path = workspace.doneOn(date).resolve(id);
            if (invocation.durable().exists(path)) {
                return new TaskFolder(path);
            }
        }
        throw new IOException(
                id + " is said to be done, and is not in " + workspace.state(State.DONE) + ": was it moved just now?");
    }

    private void next(Event last) {
        String reeve = invocation.origin().reeve();
        List<String> lines = new ArrayList<>();
        lines.add("cd " + Shell.quote(workspace.root().toString()));
        lines.add("cat STATUS.md");
        lines.add(reeve + " show " + last.label());
        lines.add("mv done/*/*-" + last.label() + " queue/ && " + reeve + " up --until-idle    # that one once more");
        say(heading("Next") + ", if you like:");
        say("");
        lines.forEach(line -> say("  " + line));
    }

    private String heading(String text) {
        return invocation.terminal().paint(Colour.HEADING, text);
    }

    private void say(String line) {
        invocation.say(line);
        invocation.terminal().out().flush();
    }
}
