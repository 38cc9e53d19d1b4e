package dev.reeve.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Terminal;
import dev.reeve.message.Message;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastMessagesTest {

    private static final LastMessages ONE = new LastMessages(List.of(new LastMessages.OfAgent(
            "writer",
            1200,
            List.of(new LastMessages.One(
                    new Message("1", "ada", "writer", null, "a long\nmessage", Message.Kind.NOTE, null, null, null, 0),
                    false)))));

    private static List<String> lines(boolean watched, int columns) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return ONE.lines(new Terminal(nowhere, nowhere, watched, watched, false), columns);
    }

    @Test
    void aPersonSeesNoMoreThanFitsOnALine() {
        assertEquals(
                List.of("", "Messages to writer 1,200", "  FROM       SENT  MESSAG", "  ada, note  -     * a lo"),
                lines(true, 25));
    }

    @Test
    void aProgramGetsTheLineWhole() {
        assertEquals("ada, note\t-\t* a long message", lines(false, 25).get(3));
    }
}
