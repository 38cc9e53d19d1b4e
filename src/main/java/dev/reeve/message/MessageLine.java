package dev.reeve.message;

import dev.reeve.files.Json;
import dev.reeve.text.JsonText;
import dev.reeve.text.Node;
import dev.reeve.text.Numbers;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.text.Report;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Utf8;
import dev.reeve.text.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of an inbox, as it is written and as it is read.
 *
 * <pre>
 * {"id":"…","from":"researcher","to":"writer","timestamp":"2026-11-20T14:02:11Z","message":"…",
 *  "type":"result","reply_to":"…","task":"…","root":"…","hops":1}
 * </pre>
 *
 * <p>Only {@code message} must be there. Keys that are not known are passed over: a sender may have its own.
 */
final class MessageLine {

    private static final Type<String> LINE = text(Texts.line(200));
    private static final Type<String> WORDS = text(Texts.ANY);
    private static final Type<Integer> HOPS = MessageLine::hops;
    private static final Type<Message.Kind> KIND = MessageLine::kind;
    private static final Type<Instant> TIME = MessageLine::time;

    private final Map<String, Node> values = new HashMap<>();
    private final Report report;

    private MessageLine(Node.Mapping mapping, Report report) {
        mapping.entries().forEach(entry -> values.put(entry.key().text(), entry.value()));
        this.report = report;
    }

    static ObjectNode node(Message message) {
        ObjectNode node = Json.object();
        node.put("id", message.id());
        node.put("from", message.from());
        node.put("to", message.to());
        Json.put(node, "timestamp", message.timestamp());
        node.put("message", message.text());
        if (message.kind() != Message.Kind.MESSAGE) {
            node.put("type", message.kind().word());
        }
        Json.put(node, "reply_to", message.replyTo());
        Json.put(node, "task", message.task());
        Json.put(node, "root", message.root());
        if (message.hops() > 0) {
            node.put("hops", message.hops());
        }
        return node;
    }

    /** @param owner whose inbox it is */
    static Entry read(Lines.Line line, long segment, String owner) {
        Position at = new Position(segment, line.offset());
        Report report = new Report("inbox.jsonl");
        Message message = line.isTooLong() ? null : message(line.content(), owner, at, report);
        if (message != null && !report.hasErrors()) {
            return new Entry.Received(at, message);
        }
        String reason = line.isTooLong()
                ? line.length() + " bytes on one line; at most 1 MB: put it into a file, and name that"
                : words(report.problems().get(0));
        byte[] beginning = Arrays.copyOf(line.content(), Math.min(line.content().length, Lines.BEGINNING));
        return new Entry.Malformed(at, line.length(), reason, beginning);
    }

    private static String words(Problem problem) {
        String where = problem.column() == 0 ? "" : "column " + problem.column() + ": ";
        return where + problem.what() + (problem.advice().isEmpty() ? "" : "; " + problem.advice());
    }

    /** @return null if the report says why there is none */
    private static Message message(byte[] content, String owner, Position at, Report report) {
        String text = Utf8.decode(content, report);
        Node root = text == null ? null : JsonText.parse(text, report);
        if (root == null) {
            return null;
        }
        if (!(root instanceof Node.Mapping mapping)) {
            report.error(root.place(), "no JSON object", "expected {\"message\": \"…\"}");
            return null;
        }
        return new MessageLine(mapping, report).message(owner, at, root);
    }

    private Message message(String owner, Position at, Node root) {
        String text = read("message", WORDS, null);
        if (!report.hasErrors() && (text == null || text.isBlank())) {
            report.error(root.place(), "there is no `message`, or nothing in it", "expected {\"message\": \"…\"}");
        }
        Integer hops = read("hops", HOPS, 0);
        return new Message(
                read("id", LINE, owner + ":" + at),
                read("from", LINE, Message.PERSON),
                read("to", LINE, owner),
                read("timestamp", TIME, null),
                text,
                read("type", KIND, Message.Kind.MESSAGE),
                read("reply_to", LINE, null),
                read("task", LINE, null),
                read("root", LINE, null),
                hops == null ? 0 : hops);
    }

    private <T> T read(String key, Type<T> type, T otherwise) {
        Node node = values.get(key);
        if (node == null || node instanceof Node.Scalar scalar && scalar.isNothing()) {
            return otherwise;
        }
        return type.read(new Value(key, node, report));
    }

    /** In JSON a text is in quotes: a number is none. */
    private static Type<String> text(Type<String> type) {
        return value -> value.node() instanceof Node.Scalar scalar && scalar.plain()
                ? value.wrong(Quoted.of(scalar.text()) + " is no text", "expected a text in quotes")
                : type.read(value);
    }

    private static Integer hops(Value value) {
        if (value.node() instanceof Node.Scalar scalar && !scalar.plain()) {
            return value.wrong(Quoted.of(scalar.text()) + " is no number", "expected one without quotes");
        }
        return Numbers.between(0, 1_000_000).read(value);
    }

    private static Message.Kind kind(Value value) {
        String word = LINE.read(value);
        for (Message.Kind kind : Message.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return word == null
                ? null
                : value.wrong(Quoted.of(word) + " is no type of a message", "expected message, result or note");
    }

    private static Instant time(Value value) {
        String text = LINE.read(value);
        if (text == null) {
            return null;
        }
        // the same times that Reeve reads in its own records
        Instant time = Json.instant(text);
        return time != null
                ? time
                : value.wrong(
                        Quoted.of(text) + " is no time", "expected one such as 2026-11-20T14:00:00Z, or leave it out");
    }
}
