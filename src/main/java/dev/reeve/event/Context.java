package dev.reeve.event;

import dev.reeve.files.Json;
import dev.reeve.text.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an event as maps and lists, in which each value knows where it stood. What is nothing is not there. */
final class Context {

    private final Map<Object, Piece.Outside> branches = new IdentityHashMap<>();
    private final Map<String, Object> root;

    Context(Node.Mapping fields) {
        this.root = Map.of(Template.ROOT, of(Template.ROOT, fields));
    }

    Map<String, Object> root() {
        return root;
    }

    /** @param value that was found in here */
    Piece piece(Object value) {
        if (value instanceof Piece piece) {
            return piece;
        }
        Piece.Outside branch = branches.get(value);
        return branch == null ? new Piece.Words(String.valueOf(value)) : branch;
    }

    private Object of(String path, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return leaf(path, scalar);
        }
        Object branch = node instanceof Node.Mapping mapping ? map(path, mapping) : list(path, (Node.Sequence) node);
        branches.put(
                branch,
                new Piece.Outside(path, new String(Json.file(AsJson.of(node)), StandardCharsets.UTF_8).strip()));
        return branch;
    }

    private Object leaf(String path, Node.Scalar scalar) {
        if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return Boolean.valueOf(scalar.text());
        }
        return new Piece.Outside(path, scalar.text());
    }

    private Map<String, Object> map(String path, Node.Mapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!Fields.isNothing(entry.value())) {
                String key = entry.key().text();
                map.put(key, of(path + "." + key, entry.value()));
            }
        }
        return map;
    }

    private List<Object> list(String path, Node.Sequence sequence) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!Fields.isNothing(sequence.items().get(i))) {
                list.add(of(path + "." + i, sequence.items().get(i)));
            }
        }
        return list;
    }
}
