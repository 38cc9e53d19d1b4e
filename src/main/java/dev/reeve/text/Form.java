package dev.reeve.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table of the keys that a file, or a map within it, may have: those that are read, those that are not in this
 * version, and those that other tools spell another way. Only the first are ever accepted.
 */
public final class Form implements Type<Fields> {

    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private final Set<String> later = new HashSet<>();
    private final Map<String, String> advice = new HashMap<>();

    private Form() {}

    public static Form of(Key<?>... keys) {
        return new Form().and(keys);
    }

    /** Those that are read. */
    public Collection<Key<?>> keys() {
        return List.copyOf(keys.values());
    }

    /** More keys. */
    public Form and(Key<?>... more) {
        for (Key<?> key : more) {
            keys.put(key.name(), key);
        }
        return this;
    }

    /** Known keys that do nothing yet. */
    public Form notInThisVersion(String... names) {
        later.addAll(Set.of(names));
        return this;
    }

    /** What other tools call this key. */
    public Form elsewhere(String ours, String... theirs) {
        for (String spelling : theirs) {
            advice.put(plain(spelling), "it is " + Quoted.of(ours) + " here");
        }
        return this;
    }

    /** What to say to somebody who writes this key. */
    public Form instead(String key, String says) {
        advice.put(plain(key), says);
        return this;
    }

    /** True of a key that is read. */
    public boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Reads the keys of a file. What is wrong with them goes to the report; what is right can be read anyway. */
    public Fields read(Node root, Report report) {
        if (root instanceof Node.Mapping mapping) {
            return fields("", mapping, report);
        }
        report.error(root.place(), "no keys and values", "expected `key: value`, one a line");
        return new Fields("", Map.of(), report);
    }

    @Override
    public Fields read(Value value) {
        if (value.node() instanceof Node.Mapping mapping) {
            return fields(value.name() + ".", mapping, value.report());
        }
        return value.wrong("no map", "expected " + example());
    }

    private Fields fields(String prefix, Node.Mapping mapping, Report report) {
        Map<String, Node.Entry> known = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (keys.containsKey(key)) {
                known.put(key, entry);
            } else {
                refuse(prefix, entry.key(), report);
            }
        }
        return new Fields(prefix, known, report);
    }

    private void refuse(String prefix, Node.Scalar written, Report report) {
        String key = written.text();
        String shown = Quoted.of(prefix + key);
        if (later.contains(key)) {
            report.error(written.place(), shown + " is not in this version", "remove it");
            return;
        }
        // what was probably meant takes a while to find out, and of a thousand slips a hundred are told
        report.error(written.place(), "unknown key " + shown, report.isFull() ? "" : adviceFor(key));
    }

    private String adviceFor(String key) {
        String plain = plain(key);
        for (String ours : keys.keySet()) {
            if (plain(ours).equals(plain)) {
                return "it is " + Quoted.of(ours) + " here";
            }
        }
        if (advice.containsKey(plain)) {
            return advice.get(plain);
        }
        for (String name : later) {
            if (plain(name).equals(plain)) {
                return Quoted.of(name) + " is not in this version";
            }
        }
        return Nearest.advice(key, keys.keySet());
    }

    /** The same for {@code idleTimeout}, {@code idle-timeout} and {@code Idle_Timeout}. */
    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
    }

    private String example() {
        return "{" + String.join(": …, ", keys.keySet()) + ": …}";
    }
}
