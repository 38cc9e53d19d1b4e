package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntFunction;

/** Files that are made to take too much: time, memory or stack. Each grows with a number. */
final class Traps {

    private static final int LARGE = 100_000;

    /** @param text of about so many characters, or so many levels, keys or repetitions */
    record Trap(String name, IntFunction<String> text) {}

    static final List<Trap> YAML = List.of(
            new Trap("many keys", n -> repeat(n, i -> "k" + i + ": 1\n")),
            new Trap("many unknown keys of one map", n -> "meta: {" + repeat(n, i -> "k" + i + ": 1, ") + "}\n"),
            new Trap("one key again and again", n -> "agent: a\n".repeat(n)),
            new Trap("a long list", n -> "after: [" + "a,".repeat(n) + "]\n"),
            new Trap("a list of wrong things", n -> "after: [" + "{a: b},".repeat(n) + "]\n"),
            new Trap("deep lists", n -> "meta: " + "[".repeat(n) + "]".repeat(n) + "\n"),
            new Trap("deep maps", n -> "meta: " + "{a: ".repeat(n) + "1" + "}".repeat(n) + "\n"),
            new Trap("deep blocks", n -> repeat(Math.min(n, 1000), i -> " ".repeat(i) + "a:\n")),
            new Trap("deep dashes", n -> "meta:\n" + "- ".repeat(n) + "x\n"),
            new Trap("deep keys", n -> "? ".repeat(n) + "x\n"),
            new Trap(
                    "laughs",
                    n -> "a0: &a0 [x]\n" + repeat(n, i -> "a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i + 1, i))),
            new Trap("a list in itself", n -> "meta: {a: &a [*a" + ", *a".repeat(n) + "]}\n"),
            new Trap(
                    "aliases of a text",
                    n -> "meta: {a: &a " + "x".repeat(n) + ", b: [" + "*a, ".repeat(n / 4) + "]}\n"),
            new Trap("anchors", n -> "meta: [" + repeat(n, i -> "&a" + i + " x, ") + "]\n"),
            new Trap("merges", n -> "a: &a {b: 1}\n" + "<<: *a\n".repeat(n)),
            new Trap("tags", n -> "meta: [" + "!!int x, ".repeat(n) + "]\n"),
            new Trap("documents", n -> "a: 1\n---\n".repeat(n)),
            new Trap("a long key", n -> "k".repeat(n) + ": 1\n"),
            new Trap(
                    "a long key with many items",
                    n -> "meta:\n  ? " + "k".repeat(n) + "\n  : [" + "1,".repeat(n / 4) + "]\n"),
            new Trap("a long value", n -> "label: " + "v".repeat(n) + "\n"),
            new Trap("a long number", n -> "priority: " + "9".repeat(n) + "\n"),
            new Trap("a long duration", n -> "timeout: " + "1h".repeat(n) + "\n"),
            new Trap("a long time", n -> "not_before: 2026-" + "1".repeat(n) + "\n"),
            new Trap("a long quote", n -> "label: \"" + "\\n".repeat(n) + "\n"),
            new Trap("a folded text", n -> "label:" + " x\n".repeat(n)),
            new Trap("a block text", n -> "task: |\n" + "  x\n".repeat(n)),
            new Trap("spaces", n -> " ".repeat(n) + "a: 1\n"),
            new Trap("empty lines", n -> "\n".repeat(n) + "a: 1\n"),
            new Trap("comments", n -> "# x\n".repeat(n)),
            new Trap("colons", n -> "a:".repeat(n)),
            new Trap("words without a colon", n -> "x y\n".repeat(n)),
            new Trap("open quotes", n -> "a: '\n".repeat(n)),
            new Trap("directives", n -> "%X y\n".repeat(n)),
            new Trap("percent", n -> "%" + "9".repeat(n) + "\n"));

    static final List<Trap> JSON = List.of(
            new Trap("many keys", n -> "{" + repeat(n, i -> "\"k" + i + "\":1,") + "\"task\":\"x\"}"),
            new Trap("one key again and again", n -> "{" + "\"task\":\"x\",".repeat(n) + "\"task\":\"x\"}"),
            new Trap("a long list", n -> "{\"task\":\"x\",\"after\":[" + "1,".repeat(n) + "1]}"),
            new Trap("a list of nothing", n -> "{\"task\":{},\"attempts\":[" + "{},".repeat(n) + "{}]}"),
            new Trap("deep lists", n -> "{\"task\":" + "[".repeat(n) + "]".repeat(n) + "}"),
            new Trap("deep maps", n -> "{\"meta\":".repeat(n) + "1" + "}".repeat(n)),
            new Trap("an open list", n -> "[".repeat(n)),
            new Trap("a long number", n -> "{\"priority\":" + "9".repeat(n) + "}"),
            new Trap("a long fraction", n -> "{\"priority\":0." + "9".repeat(n) + "}"),
            new Trap("a huge exponent", n -> "{\"priority\":1e" + "9".repeat(Math.min(n, 900)) + "}"),
            new Trap("a long key", n -> "{\"" + "k".repeat(n) + "\":1}"),
            new Trap(
                    "a long key with many items",
                    n -> "{\"task\":\"x\",\"meta\":{\"" + "k".repeat(Math.min(n, 49_000)) + "\":[" + "1,".repeat(n / 4)
                            + "1]}}"),
            new Trap("a long text", n -> "{\"task\":\"" + "\\u0041".repeat(n) + "\"}"),
            new Trap("an open text", n -> "{\"task\":\"" + "x".repeat(n)),
            new Trap("spaces", n -> " ".repeat(n) + "{}"),
            new Trap("more after the end", n -> "{}".repeat(n)));

    static final List<Trap> TEXT = List.of(
            new Trap("one line", "x"::repeat),
            new Trap("short lines", "x\n"::repeat),
            new Trap("empty lines", "\n"::repeat),
            new Trap("spaces", " "::repeat),
            new Trap("fences", "---\n"::repeat),
            new Trap("returns", "\r"::repeat),
            new Trap("digits", "1"::repeat));

    private Traps() {}

    static List<Trap> all(Syntax syntax) {
        return switch (syntax) {
            case MARKDOWN ->
                YAML.stream()
                        .map(trap -> new Trap(trap.name, n -> "---\n" + trap.text.apply(n) + "---\nDo it.\n"))
                        .toList();
            case YAML -> YAML;
            case JSON -> JSON;
            case LINES ->
                JSON.stream()
                        .map(trap -> new Trap(trap.name, n -> "\n" + trap.text.apply(n) + "\n"))
                        .toList();
            case TEXT -> TEXT;
        };
    }

    static byte[] of(Syntax syntax, Chance chance) {
        int size = chance.of(40, 60, 600, 5_000, LARGE);
        return chance.of(all(syntax)).text.apply(size).getBytes(UTF_8);
    }

    private static String repeat(int many, IntFunction<String> each) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(each.apply(i));
        }
        return text.toString();
    }
}
