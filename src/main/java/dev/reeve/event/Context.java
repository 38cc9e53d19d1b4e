package dev.reeve.event;

import dev.reeve.files.Json;
import dev.reeve.text.Node;
import dev.reeve.text.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an event as maps and lists, in which each value knows where it stood. What is nothing is not there. */
final class Context {

    /** A map or a list, which becomes a text only where a template wants it as one: it may be long. */
    private record Branch(String path, Node node) {}

    private final Map<Object, Branch> branches = new IdentityHashMap<>();
    private static final int LONGEST_PATH = 200;

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
        Branch branch = branches.get(value);
        return branch == null
                ? new Piece.Words(String.valueOf(value))
                : new Piece.Outside(
                        branch.path, new String(Json.file(AsJson.of(branch.node)), StandardCharsets.UTF_8).strip());
    }

    /** How long its piece will be at least, told without making it. */
    long length(Object value) {
        if (value instanceof Piece piece) {
            return piece.text().length();
        }
        Branch branch = branches.get(value);
        return branch == null ? 0 : length(branch.node);
    }

    private static long length(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().stream()
                    .mapToLong(entry -> entry.key().text().length() + length(entry.value()))
                    .sum();
        }
        return node instanceof Node.Sequence sequence
                ? sequence.items().stream().mapToLong(Context::length).sum()
                : ((Node.Scalar) node).text().length();
    }

    /** Many may stand below a name that is as long as a file, and all of them are told by it. */
    private static String below(String path, String name) {
        return path.length() > LONGEST_PATH ? path : path + "." + Quoted.beginning(name, LONGEST_PATH);
    }

    private Object of(String path, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return leaf(path, scalar);
        }
        Object branch = node instanceof Node.Mapping mapping ? map(path, mapping) : list(path, (Node.Sequence) node);
        branches.put(branch, new Branch(path, node));
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
                map.put(key, of(below(path, key), entry.value()));
            }
        }
        return map;
    }

    private List<Object> list(String path, Node.Sequence sequence) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!Fields.isNothing(sequence.items().get(i))) {
                list.add(of(below(path, Integer.toString(i)), sequence.items().get(i)));
            }
        }
        return list;
    }
}
