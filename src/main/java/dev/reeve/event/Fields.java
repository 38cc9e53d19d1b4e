package dev.reeve.event;

import dev.reeve.text.Node;

/** Finds what stands at a path: names with dots between them, {@code body.subject}; in a list a number is a place. */
final class Fields {

    private Fields() {}

    /** @return null if nothing is there: no such key, or nothing behind it */
    static Node at(Node.Mapping fields, String path) {
        Node at = fields;
        for (String name : path.split("\\.", -1)) {
            at = part(at, name);
        }
        return isNothing(at) ? null : at;
    }

    static boolean isNothing(Node node) {
        return node == null || node instanceof Node.Scalar scalar && scalar.isNothing();
    }

    private static Node part(Node node, String name) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().text().equals(name)) {
                    return entry.value();
                }
            }
        }
        if (node instanceof Node.Sequence sequence && name.matches("\\d{1,6}")) {
            int place = Integer.parseInt(name);
            return place < sequence.items().size() ? sequence.items().get(place) : null;
        }
        return null;
    }
}
