package dev.reeve.cli.demo;

import dev.reeve.cli.setup.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A small workspace that comes with Reeve, to be run and to be copied.
 *
 * <pre>
 * examples/&lt;name&gt;/
 *   README.md            its first line is "# &lt;name&gt;: &lt;title&gt;"
 *   reeve.yaml agents/   as in any workspace
 *   drop/                the tasks: they are copied into tasks/
 *   drop.sh              calls of {@code reeve} that drop more, a line each
 * </pre>
 *
 * @param files by their paths within it, with slashes
 */
public record Example(String name, String title, SortedMap<String, byte[]> files) {

    /** The folder of the tasks. */
    static final String DROP = "drop/";

    private static final String PACKED = "examples";

    private static final String CALLS = "drop.sh";

    /** A word within quotes, or without. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What follows upon {@code reeve} in each call that drops tasks. */
    public List<String[]> calls() {
        byte[] script = files.get(CALLS);
        return script == null
                ? List.of()
                : new String(script, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("reeve "))
                        .map(Example::words)
                        .toList();
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    /** All that there are, by name. */
    public static SortedMap<String, Example> all() throws IOException {
        SortedMap<String, SortedMap<String, byte[]>> files = new TreeMap<>();
        Packed.folder(PACKED).forEach((path, content) -> {
            int slash = path.indexOf('/');
            if (slash > 0) {
                files.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), content);
            }
        });
        SortedMap<String, Example> examples = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, byte[]>> example : files.entrySet()) {
            examples.put(
                    example.getKey(), new Example(example.getKey(), titleOf(example.getValue()), example.getValue()));
        }
        return examples;
    }

    private static String titleOf(SortedMap<String, byte[]> files) {
        String first = new String(files.get("README.md"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        return first.substring(first.indexOf(':') + 1).strip();
    }
}
