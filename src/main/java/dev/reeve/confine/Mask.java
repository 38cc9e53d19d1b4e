package dev.reeve.confine;

import dev.reeve.files.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides the values of credentials in what a process wrote. What stands in a value's place is exactly as long, so that
 * nothing behind it moves: offsets that were told before still hold, and no form of file is broken by it.
 *
 * <pre>
 * sk-ant-0123456789abcdefghijklmnopqrstuvwxyz   becomes   [credential ANTHROPIC_API_KEY]*************
 * </pre>
 */
public final class Mask {

    /** Shorter ones would be found in innocent words. */
    public static final int SHORTEST = 8;

    public static final Mask NONE = new Mask(List.of());

    private record Hidden(byte[] value, byte[] instead) {}

    private final List<Hidden> values;

    private Mask(List<Hidden> values) {
        this.values = values;
    }

    /** @param each of several who know the same value the first names it */
    public static Mask of(Secrets... each) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Secrets secrets : each) {
            secrets.hidden().forEach((name, value) -> names.putIfAbsent(value, name));
        }
        List<Hidden> values = new ArrayList<>();
        names.forEach((value, name) -> {
            if (value.length() >= SHORTEST) {
                add(values, name, value);
                // as it stands within a text in JSON, where it has quotes or several lines
                String quoted = Json.text(value).toString();
                String inJson = quoted.substring(1, quoted.length() - 1);
                if (!inJson.equals(value)) {
                    add(values, name, inJson);
                }
            }
        });
        // one may be a part of another
        values.sort(Comparator.comparing((Hidden hidden) -> -hidden.value().length));
        return values.isEmpty() ? NONE : new Mask(List.copyOf(values));
    }

    private static void add(List<Hidden> values, String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] words = ("[credential " + name + "]").getBytes(StandardCharsets.UTF_8);
        byte[] instead = new byte[bytes.length];
        Arrays.fill(instead, (byte) '*');
        if (words.length <= bytes.length) {
            System.arraycopy(words, 0, instead, 0, words.length);
        }
        values.add(new Hidden(bytes, instead));
    }

    public boolean isNothing() {
        return values.isEmpty();
    }

    /** How long the longest of them is, in bytes; 0 if there is none. */
    int longest() {
        return values.isEmpty() ? 0 : values.get(0).value().length;
    }

    /** Hides them where they stand. @return true if there was anything to hide */
    public boolean hideIn(byte[] content) {
        return hideIn(content, content.length);
    }

    boolean hideIn(byte[] content, int length) {
        boolean any = false;
        for (Hidden hidden : values) {
            for (int at = find(content, length, hidden.value(), 0);
                    at >= 0;
                    at = find(content, length, hidden.value(), at + hidden.value().length)) {
                System.arraycopy(hidden.instead(), 0, content, at, hidden.instead().length);
                any = true;
            }
        }
        return any;
    }

    private static int find(byte[] content, int length, byte[] value, int from) {
        byte first = value[0];
        int last = length - value.length;
        for (int i = from; i <= last; i++) {
            if (content[i] == first && Arrays.equals(content, i, i + value.length, value, 0, value.length)) {
                return i;
            }
        }
        return -1;
    }
}
