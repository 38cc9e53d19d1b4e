package dev.reeve.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    private static String whyNot(String when, String json) {
        return Read.route("- {agent: a, when: " + when + "}")
                .when()
                .whyNot(Read.event("e.json", json).fields());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                               | {}
            {type: e}                        | {}
            {user_id: 8456174966}            | {"user_id": 8456174966}
            {user_id: 8456174966}            | {"user_id": "8456174966"}
            {n: 1}                           | {"n": 1.0}
            {n: 1e2}                         | {"n": 100}
            {urgent: true}                   | {"urgent": true}
            {channel: [sms, telegram]}       | {"channel": "telegram"}
            {channel: [sms, "tele*"]}        | {"channel": "telegram"}
            {from: "*@example.org"}          | {"from": "ann@example.org"}
            {code: "a?c"}                    | {"code": "abc"}
            {tags: red}                      | {"tags": ["blue", "red"]}
            {body.subject: {matches: "(?i)refund"}} | {"body": {"subject": "A Refund please"}}
            {amount: {above: 100}}           | {"amount": 100.5}
            {amount: {at_least: 100, below: 101}} | {"amount": "100"}
            {order: {exists: true}}          | {"order": {"a": 1}}
            {order: {exists: false}}         | {"order": null}
            {lines.0.sku: x}                 | {"lines": [{"sku": "x"}]}
            """)
    void takesWhatItWants(String when, String json) {
        assertNull(whyNot(when, json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {type: e, a: 1}                  | {"a": 2}       | `a` is `2`, and `1` was wanted
            {a: 1}                           | {}             | `a` is not there, and `1` was wanted
            {a: "1"}                         | {"a": 1.0}     | `a` is `1.0`, and `1` was wanted
            {a: "*x"}                        | {"a": "xy"}    | `a` is `xy`, and `*x` was wanted
            {a: [b, c]}                      | {"a": "d"}     | `a` is `d`, and `b` or `c` was wanted
            {a: {above: 3, at_most: 9}}      | {"a": 3}       | `a` is `3`, and a number above 3, at most 9 was wanted
            {a: {above: 3}}                  | {"a": "many"}  | `a` is `many`, and a number above 3 was wanted
            {a: {above: 3}}                  | {"a": 1e999999999} | `a` is `1e999999999`, and a number above 3 was wanted
            {a: {matches: "^b"}}             | {"a": "ab"}    | `a` is `ab`, and something that matches `^b` was wanted
            {a: {exists: false}}             | {"a": 1}       | `a` is `1`, and nothing was wanted
            {a: {exists: true}}              | {"b": 1}       | `a` is not there, and anything was wanted
            {a: b}                           | {"a": {"b": 1}} | `a` is a map, and `b` was wanted
            """)
    void saysWhyNot(String when, String json, String why) {
        assertEquals(why, whyNot(when, json));
    }

    /** The text is a stranger's. */
    @Test
    void noTextKeepsAnExpressionBusyForEver() {
        String text = "{\"a\": \"" + "a".repeat(100_000) + "!\"}";
        for (String regex : new String[] {"^(a+)+$", "^(a|aa)+$", "(.*)*x", "^(?:a|b)*c"}) {
            String why = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> whyNot("{a: {matches: \"" + regex + "\"}}", text), regex);
            assertNotNull(why, regex);
        }
        assertTrue(Globbing.matches("*a*a*a*", "a".repeat(100_000)));
    }
}
