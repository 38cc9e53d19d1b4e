package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.submit.FollowUp;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.files.Programs;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.program.Preset;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells a task something while it goes on. */
@Command(
        name = "steer",
        description = {
            "Tell a task something while it goes on: a line in its inbox.jsonl.",
            "Each of its attempts that begins from then on has it in its prompt. A program of a preset that can go on with"
                    + " its conversation is stopped and begun again with it.",
            "If the task has ended, it becomes a task of its own that goes on with it, and its id is printed."
        },
        exitCodeList = {
            "0:it is in the task's inbox, or a follow-up was dropped",
            "2:the task is not taken yet",
            "4:no such task, or its agent is gone"
        },
        footer = "  reeve steer report 'Only the last quarter, please.'")
public final class SteerCommand implements Callable<Integer> {

    /** So often a task can be moved between a look and the line that is added. */
    private static final int TRIES = 5;

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "ID", description = "A task: its id, any unique part of it, or its label.")
    private String asked;

    @Parameters(
            index = "1..*",
            paramLabel = "TEXT|-",
            arity = "1..*",
            description = "What it is to be told, or - for words from standard input.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    public SteerCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        String text = Words.of(words, invocation);
        TaskFinder finder = new TaskFinder(invocation.disk(), here);
        Sighting task = finder.find(asked);
        String id = Message.PERSON + ":" + Long.toHexString(invocation.random().getAsLong())
                + Long.toHexString(invocation.now().toEpochMilli());
        for (int tries = 1; ; tries++) {
            if (task.ended()) {
                return followUp(here, task, text);
            }
            check(task);
            try {
                Sending.send(invocation.disk(), task.folder().messages(), message(id, task.id(), text));
                break;
            } catch (NoSuchFileException e) {
                Sighting now = finder.locate(task.id());
                if (now == null || tries == TRIES) {
                    throw e;
                }
                task = now;
            }
        }
        invocation.say(
                task.is(State.RUNNING)
                        ? whatHappens(here, TaskRecords.read(invocation.disk(), task.folder()))
                        : "Its next attempt gets it in its prompt.");
        return Exit.DONE;
    }

    private String whatHappens(Workspace here, TaskRecord record) {
        AttemptRecord attempt = record == null ? null : record.lastAttempt();
        if (attempt == null || attempt.strand() == null) {
            return "It is in the inbox of the running attempt, $REEVE_INBOX; its next attempt gets it in its prompt.";
        }
        String program = attempt.strand().runtime();
        Reading<Preset> preset = new ConfigurationReader(
                        invocation.disk(), here, Programs.ofThisMachine(), invocation.searchPath())
                .readPreset(program);
        return preset != null && preset.value() != null && preset.value().resumes()
                ? "Its program, " + program + ", can't be told anything while it runs: it is stopped, and goes on with"
                        + " this in the same conversation. That counts as no failure."
                : "Its program, " + program + ", can't be told anything while it runs, nor go on with its conversation:"
                        + " its next attempt gets it in its prompt.";
    }

    private int followUp(Workspace here, Sighting task, String text) throws IOException {
        TaskRecord record = TaskRecords.read(invocation.disk(), task.folder());
        if (record == null) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    task.id() + " has ended, and its record.json can't be read: nobody knows whose it was.");
        }
        String id = new FollowUp(invocation, here).drop(record, text);
        invocation.note(task.id() + " has ended: this goes on with it.");
        invocation.say(id);
        return Exit.DONE;
    }

    private static void check(Sighting task) {
        if (task.state() == null) {
            throw new UserError(Exit.USAGE, task.id() + " is not taken yet: try again when `reeve status` shows it.");
        }
    }

    private Message message(String id, String task, String text) {
        Message message = new Message(
                id, Message.PERSON, task, invocation.now(), text, Message.Kind.MESSAGE, null, null, null, 0);
        if (!Sending.fits(message)) {
            throw new UserError(
                    Exit.USAGE, "a message has 1 MB at most: put what is large into a file, and name that.");
        }
        return message;
    }
}
