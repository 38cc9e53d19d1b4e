package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.Whom;
import dev.reeve.files.Json;
import dev.reeve.message.Addressee;
import dev.reeve.message.Draft;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Sends a message to an agent, or to a session of one. */
@Command(
        name = "send",
        description = {
            "Send a message to an agent, and print its id. An idle agent is woken by it.",
            "AGENT/SESSION is a conversation of its own; the first message to it makes it.",
            "Inside a task it is from the task's agent, and what the other one's task comes to is sent back."
        },
        exitCodeList = {
            "0:it is sent; with --wait, it is answered",
            "1:with --wait, the task that was given it failed, or it was not delivered",
            "2:wrong usage, or a label that no session can have",
            "3:with --wait, --timeout came first",
            "4:no such agent or workspace"
        },
        footer = {
            "  reeve send --wait --timeout 10m writer 'How far are you?'",
            "  reeve send writer/chat 'And now in blue.'"
        })
public final class SendCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "AGENT[/SESSION]", description = "Whom it is for.")
    private String to;

    @Parameters(
            index = "1..*",
            paramLabel = "TEXT|-",
            arity = "1..*",
            description = "The words of the message, or - for words from standard input.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--reply-to", paramLabel = "ID", description = "The id of the message that it answers.")
    private String replyTo;

    @Option(names = "--wait", description = "Wait for what comes of it, and print that.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "With --wait: how long at most, as 90s or 1h30m.")
    private Duration timeout;

    public SendCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        if (timeout != null && !wait) {
            throw new UserError(Exit.USAGE, "--timeout says how long --wait waits: it goes with --wait only.");
        }
        String text = Words.of(words, invocation);
        Addressee whose = new Whom(new Doors(invocation.disk(), here)).meant(to);
        Inside inside = Inside.of(invocation, here);
        if (inside != null && wait && whose.agent().equals(inside.agent())) {
            throw new UserError(
                    Exit.USAGE,
                    "an agent that waits for itself waits for ever: send it without --wait, or to another.");
        }
        String id = inside == null ? append(here, whose, text) : drop(inside, text);
        if (LivingSupervisor.of(invocation.durable(), here) == null) {
            invocation.note("no supervisor runs here: it is read when one starts (`reeve up`).");
        }
        if (!wait) {
            invocation.say(id);
            return Exit.DONE;
        }
        invocation.note(id);
        Answer answer = new Answer(invocation, here, id, timeout);
        return inside == null ? answer.fromHistory() : answer.fromInbox(inside.task());
    }

    private String append(Workspace here, Addressee whose, String text) throws IOException {
        String id = Message.PERSON + ":" + Long.toHexString(invocation.random().getAsLong())
                + Long.toHexString(invocation.now().toEpochMilli());
        Message message = new Message(
                id, Message.PERSON, to, invocation.now(), text, Message.Kind.MESSAGE, replyTo, null, null, 0);
        if (!Sending.fits(message)) {
            throw tooLong();
        }
        Sending.send(invocation.disk(), whose.inbox(here), message);
        return id;
    }

    private static UserError tooLong() {
        return new UserError(
                Exit.USAGE,
                "a message has 1 MB at most: put what is large into a file in shared/, and name that file.");
    }

    private String drop(Inside inside, String text) throws IOException {
        ObjectNode node = Json.object();
        node.put("to", to);
        node.put("message", text);
        Json.put(node, "reply_to", replyTo);
        byte[] content = (Json.line(node) + "\n").getBytes(StandardCharsets.UTF_8);
        if (content.length > Draft.LIMIT) {
            throw tooLong();
        }
        AttemptFolder attempt = inside.attempt();
        String name = "m-" + Long.toHexString(invocation.random().getAsLong()) + ".json";
        Path making = attempt.send().resolve("." + name);
        try {
            invocation.disk().create(making, content);
            invocation.disk().rename(making, attempt.send().resolve(name));
        } catch (NoSuchFileException e) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "this attempt is over, or its folder was moved: " + attempt.send() + " is not there.");
        }
        return Draft.id(inside.task().id(), attempt.number(), name, content);
    }
}
