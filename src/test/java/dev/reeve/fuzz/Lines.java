package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** What can go wrong with a file of keys and values, one a line as Reeve and people write them. */
final class Lines {

    static final List<Spoiler.Change> CHANGES = List.of(
            of(Lines::value),
            of(Lines::value),
            of(Lines::value),
            of(Lines::bare),
            of(Lines::key),
            of(Lines::known),
            of(Lines::odd),
            of(Lines::without),
            of(Lines::twice),
            of(Lines::swap),
            of(Lines::indent));

    private static final List<String> KEYS = List.of(
            "agent",
            "task",
            "after",
            "meta",
            "timeout",
            "deadline",
            "not_before",
            "output",
            "inputs",
            "cwd",
            "env",
            "command",
            "limits",
            "groups",
            "zone",
            "retries",
            "backoff",
            "idempotency_key",
            "label",
            "fallback",
            "at",
            "next",
            "wait",
            "cause",
            "until",
            "stop",
            "because",
            "number",
            "<<",
            "? [a]",
            "\u202ekey",
            "timeot",
            "k".repeat(100));

    private Lines() {}

    private static Spoiler.Change of(BiFunction<List<String>, Chance, List<String>> change) {
        return (content, chance) -> {
            List<String> lines =
                    new ArrayList<>(Arrays.asList(Bytes.text(content).split("\n", -1)));
            return String.join("\n", change.apply(lines, chance)).getBytes(UTF_8);
        };
    }

    /** One that has a colon in it, if there is any. */
    private static int entry(List<String> lines, Chance chance) {
        int at = chance.below(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get((at + i) % lines.size()).contains(":")) {
                return (at + i) % lines.size();
            }
        }
        return at;
    }

    private static List<String> value(List<String> lines, Chance chance) {
        return put(lines, chance, Values.literal(chance));
    }

    private static List<String> bare(List<String> lines, Chance chance) {
        return put(lines, chance, Values.word(chance));
    }

    private static List<String> put(List<String> lines, Chance chance, String value) {
        int at = entry(lines, chance);
        String line = lines.get(at);
        lines.set(at, line.substring(0, line.indexOf(':') + 1) + " " + value + (line.endsWith(",") ? "," : ""));
        return lines;
    }

    private static List<String> key(List<String> lines, Chance chance) {
        int at = entry(lines, chance);
        String line = lines.get(at);
        boolean quoted = line.stripLeading().startsWith("\"");
        String key = quoted ? "\"" + chance.of(KEYS) + "\"" : chance.of(KEYS);
        lines.set(at, key + line.substring(Math.max(0, line.indexOf(':'))));
        return lines;
    }

    /** A key that means something, where it may already stand. */
    private static List<String> known(List<String> lines, Chance chance) {
        int at = chance.below(lines.size() + 1);
        String line = chance.oneIn(2)
                ? chance.of(KEYS) + ": " + Values.literal(chance)
                : "\"" + chance.of(KEYS) + "\": " + Values.literal(chance) + ",";
        lines.add(at, line);
        return lines;
    }

    private static List<String> odd(List<String> lines, Chance chance) {
        int at = chance.below(lines.size());
        String line = lines.get(at);
        int in = chance.below(line.length() + 1);
        lines.set(at, line.substring(0, in) + Values.odd(chance) + line.substring(in));
        return lines;
    }

    private static List<String> without(List<String> lines, Chance chance) {
        lines.remove(chance.below(lines.size()));
        return lines.isEmpty() ? new ArrayList<>(List.of("")) : lines;
    }

    private static List<String> twice(List<String> lines, Chance chance) {
        int at = chance.below(lines.size());
        lines.add(at, lines.get(chance.below(lines.size())));
        return lines;
    }

    private static List<String> swap(List<String> lines, Chance chance) {
        int one = chance.below(lines.size());
        int other = chance.below(lines.size());
        String line = lines.get(one);
        lines.set(one, lines.get(other));
        lines.set(other, line);
        return lines;
    }

    private static List<String> indent(List<String> lines, Chance chance) {
        int at = chance.below(lines.size());
        lines.set(at, chance.of(" ", "  ", "\t", "- ") + lines.get(at));
        return lines;
    }
}
