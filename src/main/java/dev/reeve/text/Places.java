package dev.reeve.text;

import java.util.Map;

/** Where the keys of a file stand, for problems that only show when files are compared. */
public record Places(Map<String, Place> keys) {

    public static final Places NONE = new Places(Map.of());

    public Places {
        keys = Map.copyOf(keys);
    }

    /** True if the file has this key. */
    public boolean has(String key) {
        return keys.containsKey(key);
    }

    /** The key's place, or the whole file if it has no such key. */
    public Place of(String key) {
        return keys.getOrDefault(key, Place.WHOLE);
    }
}
