package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.Whom;
import dev.reeve.files.Json;
import dev.reeve.message.Addressee;
import dev.reeve.message.Batch;
import dev.reeve.message.Entry;
import dev.reeve.message.Inbox;
import dev.reeve.message.Kept;
import dev.reeve.message.Marks;
import dev.reeve.message.Message;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the messages to an agent, or to a session of one. */
@Command(
        name = "inbox",
        description = {
            "Show the messages to an agent, or to a session of one, the newest last. Those with a * are not read yet.",
            "What was read is kept for `retention.messages`."
        },
        exitCodeList = {"0:shown", "2:wrong usage", "4:no such agent or session"},
        footer = {"  reeve inbox --unread writer", "  reeve inbox writer/chat"})
public final class InboxCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "AGENT[/SESSION]", description = "Whose messages.")
    private String asked;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--unread", description = "Only those that are not read yet.")
    private boolean unread;

    @Option(names = "--limit", paramLabel = "N", description = "Only so many of the last. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "A JSON object a line, as they stand in the inbox, for a program.")
    private boolean json;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as they come.")
    private boolean follow;

    public InboxCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        if (limit < 0) {
            throw new UserError(Exit.USAGE, "--limit " + limit + ": write how many messages, 0 or more.");
        }
        Addressee whose = new Whom(new Doors(invocation.disk(), here)).there(asked);
        Inbox inbox = new Inbox(invocation.durable(), whose.inbox(here), whose.toString());
        Batch batch = inbox.since(Marks.NONE);
        List<Entry> entries = batch.entries().stream()
                .filter(entry -> !unread || !inbox.isRead(entry.at()))
                .toList();
        entries.subList(Math.max(0, entries.size() - limit), entries.size()).forEach(entry -> show(inbox, entry));
        if (entries.isEmpty() && !follow && !json) {
            invocation.note("there is " + (unread ? "nothing unread" : "no message") + " for " + whose + ".");
        }
        Poll poll = invocation.poll(null);
        while (follow && poll.again() && !invocation.terminal().nobodyReads()) {
            batch = inbox.since(batch.range().to());
            if (!batch.entries().isEmpty()) {
                batch.entries().forEach(entry -> show(inbox, entry));
                invocation.terminal().out().flush();
                poll.quicken();
            }
        }
        return Exit.DONE;
    }

    private void show(Inbox inbox, Entry entry) {
        if (!(entry instanceof Entry.Received received)) {
            return;
        }
        Message message = received.message();
        if (json) {
            invocation.say(Json.line(Kept.node(message)));
            return;
        }
        String kind =
                message.kind() == Message.Kind.MESSAGE ? "" : message.kind().word() + " ";
        invocation.say((inbox.isRead(entry.at()) ? "  " : "* ")
                + (message.timestamp() == null ? "" : message.timestamp() + "  ")
                + kind + "from " + Phrases.line(message.from()) + "  " + Phrases.line(message.id()));
        message.text().lines().forEach(line -> invocation.say("    " + Phrases.line(line)));
    }
}
