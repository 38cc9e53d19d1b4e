package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    private final Report report = new Report("f.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"off", "yes", "1:30", "2026-11-20", "010", "1e3", "0x10", "1_000", "~x", ".inf", "="})
    void noValueIsGuessed(String written) {
        assertEquals(written, scalar("k: " + written).text());
    }

    @Test
    void aQuotedTextIsNeverNothing() {
        assertTrue(scalar("k:").isNothing());
        assertTrue(scalar("k: null").isNothing());
        assertTrue(!scalar("k: ''").isNothing());
        assertTrue(!scalar("k: 'null'").isNothing());
    }

    @Test
    void everyPieceKnowsItsPlace() {
        Node.Mapping root = (Node.Mapping) YamlText.parse("a: 1\nb:\n  - x\n  - {c: 2}\n", 10, report);
        assertEquals(new Place(12, 1), root.entries().get(1).key().place());
        Node.Sequence items = (Node.Sequence) root.entries().get(1).value();
        assertEquals(new Place(13, 5), items.items().get(0).place());
        Node.Mapping last = (Node.Mapping) items.items().get(1);
        assertEquals(new Place(14, 9), last.entries().get(0).value().place());
    }

    @Test
    void nothingButCommentsIsAnEmptyMap() {
        Node root = YamlText.parse("# nothing yet\n", 0, report);
        assertEquals(List.of(), ((Node.Mapping) root).entries());
        assertEquals(List.of(), report.problems());
    }

    @Test
    void theSameKeyTwiceTellsBothLines() {
        YamlText.parse("a: 1\nb: 2\na: 3\n", 0, report);
        assertEquals("f.yaml:3:1: key `a` is here a second time, it is on line 1 already; keep one of the two", only());
    }

    @Test
    void anAliasStandsForWhatItNames() {
        assertNotNull(YamlText.parse("a: &x [1, 2]\nb: *x\n", 0, report));
        assertEquals(List.of(), report.problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a:\\n\\tb: 1'          | 2:1 | a tab where YAML wants spaces
            'a: b: c'               | 1:5 | a `:` where no key can stand
            'a: @x'                 | 1:4 | a character that can't begin a value
            'a: [1, 2\\nb: 3'       | 2:2 | a list that is not closed here
            'a: {x: 1\\nb: 3'       | 2:2 | a map that is not closed here
            'a: "x'                 | 1:6 | a quote that is never closed
            'a: "\\\\q"'            | 1:6 | an escape that YAML does not know
            'a: *b'                 | 1:4 | an alias that stands for nothing
            'a: 1\\n b: 2'          | 2:3 | a `:` where no key can stand
            'a: 1\\nwords'          | 2:6 | a line that is no `key: value`
            'a: 1\\n---\\nb: 2'     | 2:1 | a second document
            'a: !!int 3'            | 1:4 | a tag, which has no meaning here
            '? [a]\\n: b'           | 1:3 | a key that is a list or a map
            'a: &x {b: 1}\\n<<: *x' | 2:1 | a merge with `<<`, which is not read
            """)
    void eachMistakeIsToldWithItsPlace(String text, String place, String what) {
        YamlText.parse(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\"), 0, report);
        String told = only();
        assertTrue(told.startsWith("f.yaml:" + place + ": " + what), told);
    }

    @Test
    void anAliasBombIsAProblem() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        assertNull(YamlText.parse(bomb.toString(), 0, report));
        assertEquals("f.yaml: more than 50 aliases of lists or maps; write them out", only());
    }

    @Test
    void fewAliasesThatDoubleAreAProblemToo() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 24; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertNull(YamlText.parse(bomb.toString(), 0, report));
        assertTrue(only().contains("more than 20000 values"), only());
    }

    @Test
    void aLongTextRepeatedByAliasesIsAProblem() {
        String text = "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a, ".repeat(1000) + "*a]\n";
        assertNull(YamlText.parse(text, 0, report));
        assertTrue(only().contains("more than 4 MB of text"), only());
    }

    @Test
    void aListThatHoldsItselfIsAProblem() {
        assertNull(YamlText.parse("a: &a [*a]\n", 0, report));
        assertTrue(only().contains("levels deep"), only());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{? "})
    void deepNestingIsAProblem(String opening) {
        assertNull(YamlText.parse(opening.repeat((1 << 20) / opening.length()), 0, report));
        assertEquals(1, report.problems().size());
    }

    @Test
    void aListOfVeryManyIsAProblem() {
        assertNull(YamlText.parse("[" + "a,".repeat(1 << 19) + "]", 0, report));
        assertEquals("f.yaml: more than 20000 values; write less", only());
    }

    @Test
    void anEscapeThatIsNoCharacterIsAProblem() {
        assertNull(YamlText.parse("a: \"\\U99999999\"", 0, report));
        assertEquals(1, report.problems().size());
    }

    @Test
    void aControlCharacterIsToldWithItsPlace() {
        assertNull(YamlText.parse("a: 1\nb: \u0007\n", 0, report));
        assertTrue(only().startsWith("f.yaml:2:4: a control character"), only());
    }

    @Test
    void noMistakeRepeatsWhatTheFileSays() {
        YamlText.parse("env: {KEY: *hunter2}", 0, report);
        assertTrue(!only().contains("hunter2"), only());
    }

    private Node.Scalar scalar(String text) {
        Node.Mapping root = (Node.Mapping) YamlText.parse(text, 0, report);
        return (Node.Scalar) root.entries().get(0).value();
    }

    private String only() {
        assertEquals(1, report.problems().size(), () -> report.problems().toString());
        return report.problems().get(0).toString();
    }
}
