package dev.reeve.message;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.JsonText;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import dev.reeve.text.Texts;
import dev.reeve.text.Utf8;
import java.util.UUID;

/**
 * What an agent puts into {@code $REEVE_SEND} to send it: {@code {"to":"writer","message":"…","reply_to":"…"}}. Whom it is
 * from, and all else that a message tells, Reeve says.
 */
public record Draft(String to, String text, String replyTo) {

    /** A larger file is none. */
    public static final int LIMIT = 1 << 20;

    private static final Key<String> TO = new Key<>("to", Texts.line(200));
    private static final Key<String> MESSAGE = new Key<>("message", Texts.ANY);
    private static final Key<String> REPLY_TO = new Key<>("reply_to", Texts.line(200));

    private static final String REEVES = "Reeve says it";

    private static final Form FORM = Form.of(TO, MESSAGE, REPLY_TO)
            .elsewhere("message", "text", "body", "content", "prompt")
            .elsewhere("to", "agent", "recipient", "target")
            .elsewhere("reply_to", "replyTo", "inReplyTo", "in_reply_to")
            .instead("from", REEVES)
            .instead("id", REEVES)
            .instead("type", REEVES)
            .instead("timestamp", REEVES)
            .instead("task", REEVES)
            .instead("root", REEVES)
            .instead("hops", REEVES);

    /**
     * The id that its message gets. What is delivered a second time has the same; other words under the same name have
     * another.
     */
    public static String id(String task, int attempt, String name, byte[] content) {
        String words = UUID.nameUUIDFromBytes(content).toString();
        return task + ":" + attempt + ":" + name + ":" + words.substring(0, 8);
    }

    public static Parsed<Draft> read(String name, byte[] content) {
        Report report = new Report(name);
        if (content.length > LIMIT) {
            report.error(
                    Place.WHOLE,
                    "more than 1 MB",
                    "put what is large into a file in $REEVE_SHARED, and name that file");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        Node root = text == null ? null : JsonText.parse(text, report);
        if (root == null) {
            return report.bad();
        }
        Fields fields = FORM.read(root, report);
        String to = fields.read(TO, "");
        String message = fields.read(MESSAGE, "");
        if (!report.hasErrors() && to.isBlank()) {
            report.error(
                    Place.WHOLE, "no `to`", "write which agent it is for: {\"to\": \"writer\", \"message\": \"…\"}");
        }
        if (!report.hasErrors() && message.isBlank()) {
            report.error(Place.WHOLE, "no `message`", "write its words: {\"to\": \"writer\", \"message\": \"…\"}");
        }
        return report.result(() -> new Draft(to, message, fields.read(REPLY_TO)), fields.places());
    }
}
