package dev.reeve.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.text.Names;
import dev.reeve.text.Session;
import dev.reeve.workspace.TaskId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTest {

    private static String filled(String key, String template, String... fields) throws Missing {
        var event = Json.object();
        for (int i = 0; i < fields.length; i += 2) {
            event.put(fields[i], fields[i + 1]);
        }
        Route route = Read.route("- {agent: a, " + key + ": '" + template + "'}");
        return route.filled(key, Read.event("e.json", Json.line(event)).fields());
    }

    private static String session(String template, String... fields) throws Missing {
        return filled("session", template, fields);
    }

    @ParameterizedTest
    @CsvSource({"42, tg-42", "-100123, tg--100123", "ann_b, tg-ann_b"})
    void whatIsANameStaysAsItIs(String chat, String session) throws Missing {
        assertEquals(session, session("tg-{{event.chat}}", "chat", chat));
    }

    @Test
    void whatWasChangedHasItsHashBehindIt() throws Missing {
        assertEquals(
                "tg-ann-org-1a4e1bc9".length(),
                session("tg-{{event.chat}}", "chat", "Ann@Org").length());
        assertTrue(session("tg-{{event.chat}}", "chat", "Ann@Org").startsWith("tg-ann-org-"));
        assertNotEquals(session("{{event.chat}}", "chat", "Ann"), session("{{event.chat}}", "chat", "ann"));
        assertNotEquals(session("{{event.chat}}", "chat", "a.b"), session("{{event.chat}}", "chat", "a/b"));
    }

    /** The dash between two values is the rule's. */
    @Test
    void noValueReachesIntoAnother() throws Missing {
        String template = "{{event.a}}-{{event.b}}";
        assertNotEquals(session(template, "a", "x-y", "b", "z"), session(template, "a", "x", "b", "y-z"));
        assertEquals("x-y", session(template, "a", "x", "b", "y"));
    }

    /** {@code continue} would be the agent's last conversation, an id that of another task. */
    @ParameterizedTest
    @ValueSource(strings = {"continue", "fresh", "20261120-140211-k3f9-charts"})
    void nobodyChoosesAWordWithAMeaning(String word) throws Missing {
        String session = session("{{event.chat}}", "chat", word);
        assertFalse(
                session.equals(Session.CONTINUE) || session.equals(Session.FRESH) || TaskId.isOne(session), session);
        assertTrue(Names.isName(session), session);
    }

    @Property(seed = "20261121", tries = 3000)
    void anyTwoTextsAreTwoSessions(@ForAll String one, @ForAll String other) throws Missing {
        // what no file in UTF-8 can tell
        if (one.equals(other) || !isText(one) || !isText(other)) {
            return;
        }
        String session = session("{{event.chat}}", "chat", one);
        assertTrue(Names.isName(session), session);
        assertNotEquals(session, session("{{event.chat}}", "chat", other));
    }

    private static boolean isText(String text) {
        return new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8)
                .equals(text);
    }

    @Test
    void aLabelIsOneSafeLine() throws Missing {
        assertEquals("Order a-b c", filled("label", "Order {{event.x}}", "x", "a/b\nc"));
        assertEquals(
                "etc-passwd",
                filled("label", "{{event.x}}", "x", "../etc/passwd").replaceAll("^-", ""));
        assertEquals(100, filled("label", "{{event.x}}", "x", "y".repeat(500)).length());
    }

    @Test
    void aKeyStaysTheSameForTheSameAndNoOther() throws Missing {
        assertEquals("order 7", filled("idempotency_key", "order {{event.x}}", "x", "7"));
        assertNotEquals(
                filled("idempotency_key", "{{event.x}}", "x", "a\nb"),
                filled("idempotency_key", "{{event.x}}", "x", "a b"));
        assertTrue(
                filled("idempotency_key", "{{event.x}}", "x", "y".repeat(500)).length() <= 200);
    }
}
