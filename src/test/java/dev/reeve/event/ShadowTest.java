package dev.reeve.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.text.Report;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowTest {

    @Test
    void theRuleThatTakesAllIsNamed() {
        Report report = new Report("reeve.yaml");
        Read.routes("""
                - {agent: a, when: {type: x}}
                - {agent: a, when: {channel: [sms, telegram]}}
                - agent: b
                  when: {channel: sms, user: 7}
                - {agent: a}
                - {agent: b, when: {type: y}}
                """, report);
        assertEquals(
                "[reeve.yaml:3:3: rule 3 never takes anything: rule 2, line 2, takes all that it would; put it before that"
                        + " one, or leave it out, reeve.yaml:6:3: rule 5 never takes anything: rule 4, line 5, takes all"
                        + " that it would; put it before that one, or leave it out]",
                report.problems().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                       | {a: 1}                           | true
            {a: 1}                   | {a: 1, b: 2}                     | true
            {a: 1, b: 2}             | {a: 1}                           | false
            {a: "x*"}                | {a: [xy, xz]}                    | true
            {a: "x*"}                | {a: [xy, z]}                     | false
            {a: {exists: true}}      | {a: {matches: b}}                | true
            {a: {exists: false}}     | {a: {exists: false}}             | true
            {a: {above: 1}}          | {a: {above: 1, below: 3}}        | true
            {a: {above: 1}}          | {a: {at_least: 1}}               | false
            {a: {at_least: 1}}       | {a: {above: 1}}                  | true
            {a: {above: 1}}          | {a: 2}                           | true
            {a: "1.0"}               | {a: 1}                           | false
            {a: {matches: x}}        | {a: xy}                          | true
            {a: "*"}                 | {a: {exists: true}}              | false
            {a: [1, 2, 3]}           | {a: [3, 2]}                      | true
            """)
    void oneCoversTheOther(String wide, String narrow, boolean covers) {
        assertEquals(covers, when(wide).covers(when(narrow)));
    }

    private static When when(String yaml) {
        return Read.route("- {agent: a, when: " + yaml + "}").when();
    }

    /** Never is a rule said to be shadowed that takes something which the earlier one leaves. */
    @Property(seed = "20261121", tries = 20_000)
    void whatIsCoveredIsTakenByBoth(
            @ForAll("wants") String wide, @ForAll("wants") String narrow, @ForAll("values") String value) {
        When one = when("{a: " + wide + "}");
        When other = when("{a: " + narrow + "}");
        var fields = Read.event("e.json", "{\"a\": " + value + "}").fields();
        if (one.covers(other) && other.whyNot(fields) == null) {
            assertNull(one.whyNot(fields), () -> wide + " covers " + narrow + " and leaves " + value);
        }
    }

    @Provide
    Arbitrary<String> wants() {
        Arbitrary<String> one =
                Arbitraries.of("1", "\"1\"", "2", "1.0", "\"1.0\"", "x", "xy", "\"x*\"", "\"*\"", "\"?\"", "\"1*\"");
        Arbitrary<String> map = Arbitraries.of(
                "{exists: true}",
                "{exists: false}",
                "{matches: x}",
                "{matches: \"^x$\"}",
                "{above: 1}",
                "{at_least: 1}",
                "{below: 2}",
                "{above: 0, below: 2}",
                "{at_least: 1, at_most: 1}",
                "{matches: \"1\", above: 0}");
        return Arbitraries.oneOf(
                one, map, one.list().ofMinSize(1).ofMaxSize(3).map(all -> "[" + String.join(", ", all) + "]"));
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> one =
                Arbitraries.of("1", "\"1\"", "1.0", "\"1.0\"", "2", "1.5", "\"x\"", "\"xy\"", "true", "null", "\"\"");
        return Arbitraries.oneOf(one, one.list().ofMaxSize(3).map(List::toString), Arbitraries.just("{\"b\": 1}"));
    }
}
