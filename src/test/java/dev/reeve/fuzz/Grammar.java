package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Pieces of YAML, JSON and Markdown in any order. */
final class Grammar {

    private static final List<String> PIECES = List.of(
            "---\n",
            "...\n",
            "\n",
            "\n",
            "\n",
            " ",
            "  ",
            "\t",
            "- ",
            "-",
            "? ",
            ": ",
            ":",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "|\n",
            ">-\n",
            "#",
            "%YAML 9.9\n",
            "%TAG ! x\n",
            "<<: ",
            "\\",
            "\\u12",
            "agent: ",
            "task: ",
            "after: ",
            "timeout: ",
            "meta: ",
            "command: ",
            "limits: ",
            "\"task\":",
            "\"id\":",
            "\"at\":",
            "null",
            "~",
            "true",
            "9",
            "30m",
            "x");

    private Grammar() {}

    static byte[] random(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.between(1, 40); i > 0; i--) {
            text.append(chance.oneIn(8) ? Values.word(chance) : chance.of(PIECES));
        }
        return text.toString().getBytes(UTF_8);
    }
}
