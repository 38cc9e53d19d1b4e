package dev.reeve.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.text.Node;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {

    @ParameterizedTest
    @CsvSource({
        "customer_query-17.json, customer_query",
        "data_ready.json, data_ready",
        "error-alert-2026-11-20.json, error-alert",
        "a.b.c.json, a",
        "v-2x.json, v",
        "high-prio.json, high-prio"
    })
    void itsNameTellsItsType(String name, String type) {
        Event event = Read.event(name, "{}");
        assertEquals(type, event.type());
        assertEquals(type, ((Node.Scalar) Fields.at(event.fields(), "type")).text());
    }

    @Test
    void itsFieldComesBeforeItsName() {
        assertEquals(
                "other",
                Read.event("customer_query-1.json", "{\"type\": \"other\"}").type());
        assertEquals(
                "customer_query",
                Read.event("customer_query-1.json", "{\"type\": null}").type());
    }

    @Test
    void whatStandsBelowFrontMatterIsItsBody() {
        Event event = Read.event("mail-3.md", "---\nfrom: ann\n---\n\nWhere is\nmy order?\n");
        assertEquals("Where is\nmy order?", ((Node.Scalar) Fields.at(event.fields(), "body")).text());
        assertEquals("ann", ((Node.Scalar) Fields.at(event.fields(), "from")).text());
        assertEquals("hi", ((Node.Scalar) Fields.at(Read.event("a.txt", "hi\n").fields(), "body")).text());
    }

    @Test
    void aPathLeadsThroughMapsAndLists() {
        Node.Mapping fields = Read.event("a.yaml", "order: {lines: [{sku: x}, {sku: y}]}\nnone:\n")
                .fields();
        assertEquals("y", ((Node.Scalar) Fields.at(fields, "order.lines.1.sku")).text());
        for (String path : new String[] {"order.lines.2", "order.sku", "none", "order.lines.sku", "nope.a", ""}) {
            assertNull(Fields.at(fields, path), path);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json | [1]            | a.json:1:1: no keys and values
            a.json | {"a": 1        | a.json:1:8: this is not JSON
            a.yaml | just words     | a.yaml:1:1: no keys and values
            a.json | {"type": [1]}  | a.json:1:10: `type`: a list where one value belongs
            -1.json | {}            | -1.json: nobody can tell what kind of event
            a.csv  | 1,2            | a.csv: no kind of event
            a.json | ' '            | a.json: the file is empty
            """)
    void whatIsNoEventIsToldWithItsPlace(String name, String content, String told) {
        String problems = Event.read(name, content.getBytes(StandardCharsets.UTF_8))
                .problems()
                .toString();
        assertTrue(problems.startsWith("[" + told), problems);
    }
}
