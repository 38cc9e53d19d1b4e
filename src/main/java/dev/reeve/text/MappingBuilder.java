package dev.reeve.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the keys of one mapping. The same key twice is a problem, because only one of the two could count. */
final class MappingBuilder {

    private final Report report;
    private final List<Node.Entry> entries = new ArrayList<>();
    private final Map<String, Place> seen = new HashMap<>();

    MappingBuilder(Report report) {
        this.report = report;
    }

    void add(Node.Scalar key, Node value) {
        Place first = seen.putIfAbsent(key.text(), key.place());
        if (first == null) {
            entries.add(new Node.Entry(key, value));
            return;
        }
        report.error(
                key.place(),
                "key " + Quoted.of(key.text()) + " is here a second time, it is on line " + first.line() + " already",
                "keep one of the two");
    }

    Node.Mapping build(Place place) {
        return new Node.Mapping(List.copyOf(entries), place);
    }
}
