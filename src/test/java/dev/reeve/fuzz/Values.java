package dev.reeve.fuzz;

import java.util.List;

/** Values that somebody might write, or that somebody who means ill would. */
final class Values {

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "-0",
            "+1",
            "007",
            "1.5",
            "1e3",
            "1e999999999",
            "0x10",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            ".inf",
            "NaN");

    private static final List<String> TIMES = List.of(
            "30m",
            "0s",
            "1ms",
            "off",
            "36500d",
            "36501d",
            "999999999999d",
            "1h30m",
            "-5m",
            "30",
            "PT1S",
            "PT-1S",
            "PT2562047788015215H30M7S",
            "P1D",
            "2026-11-20T14:00",
            "2026-11-20T12:00:01Z",
            "2026-02-30",
            "0000-01-01T00:00+18:00",
            "9999-12-31T23:59:59.999999999-18:00",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "1677-09-21T00:12:43Z",
            "14:00");

    private static final List<String> SIZES =
            List.of("8KB", "1B", "64MB", "65MB", "999999999TB", "16777216TB", "8", "8 K", "0B");

    private static final List<String> PATHS = List.of(
            "../outside",
            "../../outside",
            "/outside",
            "/etc/passwd",
            "~",
            "a/../../b",
            "done/../../outside",
            "done/2026-11-20",
            "agents/../../outside",
            "./x",
            "x/",
            "//");

    private static final List<String> WORDS = List.of(
            "",
            "x",
            "hello",
            "helper",
            "nobody",
            "Hello",
            "queue",
            "waiting",
            "running",
            "held",
            "done",
            "failed",
            "retry",
            "hold",
            "not_before",
            "after",
            "breaker",
            "ok",
            "never",
            "lost",
            "killed",
            "json",
            "true",
            "no",
            "off",
            "null",
            "~",
            "now",
            "UTC",
            "GMT+25",
            "exec",
            "--help",
            "-rf",
            "record.json",
            "?x",
            "?",
            "20261120-120000-aaaa-x",
            "99999999-999999-aaaa-x");

    private static final List<String> ODD = List.of(
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\u001b]0;x\u0007",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u200f",
            "\u202e",
            "\u2028",
            "\u2029",
            "\u2066",
            "\ufeff",
            "\ufffd",
            "\ufffe",
            "e\u0301",
            "\ud83d\ude00",
            "\udb40\udc41",
            "\t",
            "\r",
            "\\u0000",
            "\\ud800",
            "\\U99999999",
            "%s%n%x",
            "${jndi:x}",
            "`reboot`",
            "<b>",
            "'",
            "\"");

    private Values() {}

    /** Nothing that belongs into a file: control characters, marks that turn the line around, half of something. */
    static String odd(Chance chance) {
        return chance.of(ODD);
    }

    static String word(Chance chance) {
        String word = chance.of(chance.of(List.of(NUMBERS, TIMES, SIZES, PATHS, WORDS, WORDS)));
        if (chance.oneIn(12)) {
            return word + odd(chance);
        }
        return chance.oneIn(60) ? "y".repeat(chance.of(59, 61, 101, 256, 1001, 20_000, 200_000)) : word;
    }

    /** As it can stand after a key, in JSON and so in YAML. */
    static String literal(Chance chance) {
        return switch (chance.below(12)) {
            case 0 -> chance.of("null", "true", "false", "[]", "{}", "\"\"", "[null]", "[[]]", "{\"a\": {}}", "[{}]");
            case 1 -> "[" + literal(chance) + ", " + literal(chance) + "]";
            case 2 -> "{\"" + word(chance) + "\": " + literal(chance) + "}";
            case 3, 4, 5 -> chance.of(NUMBERS);
            default -> "\"" + word(chance) + "\"";
        };
    }
}
