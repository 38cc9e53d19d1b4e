package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final Report report = new Report("f.json");

    @Test
    void aTreeOfTextsWithTheirPlaces() {
        Node root = JsonText.parse("{\"a\": 1.50,\n \"b\": [true, \"true\", null]}", report);
        Node.Scalar number = new Node.Scalar("1.50", true, new Place(1, 7));
        Node.Sequence list = new Node.Sequence(
                List.of(
                        new Node.Scalar("true", true, new Place(2, 8)),
                        new Node.Scalar("true", false, new Place(2, 14)),
                        new Node.Scalar("null", true, new Place(2, 22))),
                new Place(2, 7));
        Node.Mapping expected = new Node.Mapping(
                List.of(
                        new Node.Entry(new Node.Scalar("a", false, new Place(1, 2)), number),
                        new Node.Entry(new Node.Scalar("b", false, new Place(2, 2)), list)),
                new Place(1, 1));
        assertEquals(expected, root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{"a": 1, "a": 2}' | f.json:1:10: key `a` is here a second time
            '{"a": 1'          | f.json:1:8: this is not JSON
            '{"a": secret}'    | f.json:1:7: this is not JSON
            '{a: 1}'           | f.json:1:2: this is not JSON
            '{"a": 1} x'       | f.json:1:10: this is not JSON
            '{"a": 1} {}'      | f.json:1:10: more text after the end
            ''                 | f.json: the file is empty
            """)
    void eachMistakeIsToldWithItsPlace(String text, String told) {
        JsonText.parse(text, report);
        String only = report.problems().get(0).toString();
        assertEquals(1, report.problems().size());
        // the parser may stand a few characters behind the mistake, never on another line
        String withoutColumn = told.replaceFirst(":\\d+: ", ": ");
        assertTrue(only.replaceFirst(":\\d+: ", ": ").startsWith(withoutColumn), only);
        assertTrue(!only.contains("secret"), only);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsAProblem(String opening) {
        assertNull(JsonText.parse(opening.repeat(10_000_000), report));
        assertTrue(report.problems().get(0).what().contains("levels deep"));
    }

    @Test
    void aNumberOfAMillionDigitsIsAProblem() {
        assertNull(JsonText.parse("{\"a\": " + "9".repeat(1_000_000) + "}", report));
        assertEquals(1, report.problems().size());
    }

    @Test
    void fiftyLevelsAreRead() {
        assertTrue(JsonText.parse("[".repeat(50) + "]".repeat(50), report) instanceof Node.Sequence);
        assertNull(JsonText.parse("[".repeat(51) + "]".repeat(51), report));
    }
}
