package dev.reeve.message;

import dev.reeve.files.Json;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in each segment of an inbox: up to there. One that is not named is at its beginning.
 *
 * <p>There is one for each segment and not just for the newest, because whoever had a segment open when it was rotated may
 * still write to it.
 */
public record Marks(SortedMap<Long, Long> offsets) {

    public static final Marks NONE = new Marks(new TreeMap<>());

    public Marks {
        SortedMap<Long, Long> moved = new TreeMap<>(offsets);
        moved.values().removeIf(offset -> offset == 0);
        offsets = java.util.Collections.unmodifiableSortedMap(moved);
    }

    public long in(long segment) {
        return offsets.getOrDefault(segment, 0L);
    }

    Marks with(long segment, long offset) {
        return with(Map.of(segment, offset));
    }

    Marks with(Marks others) {
        return with(others.offsets);
    }

    private Marks with(Map<Long, Long> others) {
        SortedMap<Long, Long> all = new TreeMap<>(offsets);
        all.putAll(others);
        return new Marks(all);
    }

    Marks only(Set<Long> segments) {
        SortedMap<Long, Long> some = new TreeMap<>(offsets);
        some.keySet().retainAll(segments);
        return new Marks(some);
    }

    /** {@code {"6":4190221,"7":1200}} */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        offsets.forEach((segment, offset) -> node.put(segment.toString(), offset));
        return node;
    }

    /** @return null if these are no marks */
    public static Marks read(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return null;
        }
        SortedMap<Long, Long> offsets = new TreeMap<>();
        for (String segment : object.propertyNames()) {
            Long offset = Json.whole(object, segment);
            if (!segment.matches("\\d{1,18}") || offset == null || offset < 0) {
                return null;
            }
            offsets.put(Long.parseLong(segment), offset);
        }
        return new Marks(offsets);
    }
}
