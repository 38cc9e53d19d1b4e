package dev.reeve.text;

import java.util.HashMap;
import java.util.Map;

/** The known keys of a file, still to be read by their types. A key with nothing after it counts as not written. */
public final class Fields {

    private final String prefix;
    private final Map<String, Node.Entry> entries;
    private final Report report;

    Fields(String prefix, Map<String, Node.Entry> entries, Report report) {
        this.prefix = prefix;
        this.entries = entries;
        this.report = report;
    }

    /** For a map that was not written at all. */
    public static Fields none(Report report) {
        return new Fields("", Map.of(), report);
    }

    /** @return null if it is not there, or if the report says why it can't be read */
    public <T> T read(Key<T> key) {
        return read(key, null);
    }

    /** @param otherwise what stands for a key that is not there */
    public <T> T read(Key<T> key, T otherwise) {
        Node.Entry entry = entries.get(key.name());
        if (entry == null || isNothing(entry.value())) {
            return otherwise;
        }
        T value = key.type().read(new Value(prefix + key.name(), entry.value(), report));
        return value == null ? otherwise : value;
    }

    /** True if it is there, with a value. */
    public boolean has(Key<?> key) {
        Node.Entry entry = entries.get(key.name());
        return entry != null && !isNothing(entry.value());
    }

    /** Says that a key's value, which can be read by itself, is wrong beside the others. */
    public void wrong(Key<?> key, String what, String advice) {
        Node.Entry entry = entries.get(key.name());
        Place place = entry == null ? Place.WHOLE : entry.value().place();
        report.error(place, Quoted.of(prefix + key.name()) + ": " + what, advice);
    }

    /** Where the keys stand. */
    public Places places() {
        Map<String, Place> places = new HashMap<>();
        entries.forEach((name, entry) -> places.put(name, entry.key().place()));
        return new Places(places);
    }

    private static boolean isNothing(Node value) {
        return value instanceof Node.Scalar scalar && scalar.isNothing();
    }
}
