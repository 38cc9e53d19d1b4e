package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.submit.Outcome;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.message.Inbox;
import dev.reeve.message.Marks;
import dev.reeve.message.Message;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Waits for what comes of a message. */
final class Answer {

    /** More lines than this are not written while somebody looks away. */
    private static final int TAIL = 1 << 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final String id;
    private final Duration limit;

    /** @param limit null for as long as it takes */
    Answer(Invocation invocation, Workspace workspace, String id, Duration limit) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.id = id;
        this.limit = limit;
    }

    /** An agent's history tells which task was given it. */
    int fromHistory() throws IOException {
        Poll poll = invocation.poll(limit);
        do {
            for (String agent : new Doors(invocation.disk(), workspace).agents()) {
                for (ObjectNode line :
                        JsonLines.tail(invocation.disk(), workspace.agent(agent).history(), TAIL)) {
                    List<String> answers = line.has("answers") ? Json.texts(line, "answers") : null;
                    if (answers != null && answers.contains(id)) {
                        return new Outcome(invocation, workspace).await(Json.text(line, "task"), limit);
                    }
                }
            }
        } while (poll.again());
        return tooLate();
    }

    /** To a task it is sent. */
    int fromInbox(TaskFolder task) throws IOException {
        Inbox inbox = new Inbox(invocation.durable(), task.messages(), task.id());
        Poll poll = invocation.poll(limit).brisk();
        do {
            for (Message message : invocation.durable().exists(task.inbox())
                    ? inbox.since(Marks.NONE).messages()
                    : List.<Message>of()) {
                if (id.equals(message.replyTo()) && message.kind() == Message.Kind.RESULT) {
                    invocation.say(message.text());
                    return Exit.DONE;
                }
                if (id.equals(message.replyTo()) && message.kind() == Message.Kind.NOTE) {
                    invocation.note(message.text());
                    return Exit.FAILED;
                }
            }
        } while (poll.again());
        return tooLate();
    }

    private int tooLate() {
        invocation.note("nothing has come of " + id + " when the time was up; it stays sent.");
        return Exit.TIMED_OUT;
    }
}
