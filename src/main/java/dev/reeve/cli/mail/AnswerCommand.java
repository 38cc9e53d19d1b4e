package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.task.Reply;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers what a person is asked about a task, by the file that a person may write as well. */
@Command(
        name = "answer",
        description = {
            "Answer a task that asks a person: its held/ID/answer.md. held/ID/why.md says what is asked.",
            "A task for a person has the answer as its result. One that is to be approved begins after yes, and fails after"
                    + " no, with what follows as the reason."
        },
        exitCodeList = {
            "0:it is answered",
            "2:it asks nothing, it is answered already, or that is no answer",
            "4:no such task"
        },
        footer = {"  reeve answer publish yes", "  reeve answer publish no 'Not before Monday.'"})
public final class AnswerCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "ID", description = "A task: its id, any unique part of it, or its label.")
    private String asked;

    @Parameters(
            index = "1..*",
            paramLabel = "yes|no|TEXT|-",
            arity = "1..*",
            description = "The answer, or - for words from standard input.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    public AnswerCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        TaskFinder finder = new TaskFinder(invocation.disk(), here);
        Sighting task = finder.find(asked);
        if (Inside.isTask(invocation)) {
            throw Inside.notForTasks(task.id());
        }
        TaskRecord record = asking(task);
        byte[] answer = (Words.of(words, invocation) + "\n").getBytes(StandardCharsets.UTF_8);
        String wrong = Reply.wrong(record, answer);
        if (wrong != null) {
            throw new UserError(Exit.USAGE, "that is no answer to " + task.id() + ": " + wrong + ".");
        }
        try {
            if (!invocation.durable().linkWhole(task.folder().answer(), answer)) {
                throw new UserError(
                        Exit.USAGE,
                        "there is a held/" + task.id() + "/answer.md already. `reeve status` says if anything is wrong"
                                + " with it; remove it to answer anew.");
            }
        } catch (NoSuchFileException e) {
            Sighting now = finder.locate(task.id());
            if (now == null) {
                throw e;
            }
            throw asksNothing(now);
        }
        invocation.say(task.id() + " is answered.");
        if (LivingSupervisor.of(invocation.durable(), here) == null) {
            invocation.note("no supervisor runs here: it goes on when one starts (`reeve up`).");
        }
        return Exit.DONE;
    }

    private TaskRecord asking(Sighting task) throws IOException {
        TaskRecord record = task.is(State.HELD) ? TaskRecords.read(invocation.disk(), task.folder()) : null;
        if (record == null || record.question() == null) {
            throw asksNothing(task);
        }
        return record;
    }

    private static UserError asksNothing(Sighting task) {
        String where = task.state() == null ? "it is " + task.place() : "it is in " + task.place() + "/";
        String next = "";
        if (task.is(State.HELD)) {
            next = " Its why.md says why; `reeve release " + task.id() + "` lets it go on.";
        } else if (!task.ended()) {
            next = " `reeve steer " + task.id() + " TEXT` tells it something.";
        }
        return new UserError(Exit.USAGE, task.id() + " asks nothing of a person: " + where + "." + next);
    }
}
