package dev.reeve.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of several parts. */
public final class Lists {

    /** Each item is looked up, shown or handed on. */
    private static final int MOST = 1000;

    private Lists() {}

    /** A list; a single value stands for a list of one. */
    public static <T> Type<List<T>> of(Type<T> item) {
        return of(item, MOST);
    }

    /** @param most how many items it may have */
    public static <T> Type<List<T>> of(Type<T> item, int most) {
        return value -> value.node() instanceof Node.Sequence sequence
                ? items(value, sequence, item, most)
                : items(
                        value,
                        new Node.Sequence(List.of(value.node()), value.node().place()),
                        item,
                        most);
    }

    /** A list that is written as one, with something in it. */
    public static <T> Type<List<T>> written(Type<T> item, String example) {
        return value -> {
            if (!(value.node() instanceof Node.Sequence sequence)) {
                return value.wrong("no list", "write a list: `" + example + "`");
            }
            return sequence.items().isEmpty()
                    ? value.wrong("an empty list", "write it like `" + example + "`")
                    : items(value, sequence, item, MOST);
        };
    }

    /** A map with keys of the person's own. */
    public static <T> Type<Map<String, T>> map(Type<String> key, Type<T> item) {
        return value -> {
            if (!(value.node() instanceof Node.Mapping mapping)) {
                return value.wrong("no map", "expected names with their values, as in {name: value}");
            }
            Map<String, T> read = new LinkedHashMap<>();
            for (Node.Entry entry : mapping.entries()) {
                String name = key.read(value.part("", entry.key()));
                if (name == null) {
                    continue;
                }
                T part = item.read(value.part("." + name, entry.value()));
                if (part != null) {
                    read.put(name, part);
                }
            }
            return read;
        };
    }

    private static <T> List<T> items(Value value, Node.Sequence sequence, Type<T> item, int most) {
        int size = sequence.items().size();
        if (size > most) {
            return value.wrong("a list of " + size, "expected at most " + most + " items");
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            T part = item.read(value.part("[" + i + "]", sequence.items().get(i)));
            if (part != null) {
                read.add(part);
            }
        }
        return List.copyOf(read);
    }
}
