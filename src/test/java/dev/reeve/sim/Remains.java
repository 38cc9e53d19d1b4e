package dev.reeve.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies a tree as a power cut leaves it: what was forced, and what survived besides. */
final class Remains {

    private final Map<Node, Map<String, Node>> names = new HashMap<>();
    private final Map<Node, Node> copies = new HashMap<>();
    private final Survival survival;

    Remains(List<Journal.Slot> survivors, Survival survival) {
        this.survival = survival;
        for (Journal.Slot slot : survivors) {
            Journal.put(slot, names.computeIfAbsent(slot.folder(), folder -> new TreeMap<>(folder.durableNames)));
        }
    }

    /** Two names of one file are two names of one copy. */
    Node of(Node node) {
        Node before = copies.get(node);
        if (before != null) {
            return before;
        }
        Node copy = new Node(node.number, node.kind, node.target, node.modified);
        copies.put(node, copy);
        if (node.isFile()) {
            int length = survival.length(node.durableLength, node.content.length);
            copy.content = Arrays.copyOf(node.content, length);
            copy.durableLength = length;
        }
        names.getOrDefault(node, node.durableNames).forEach((name, child) -> copy.names.put(name, of(child)));
        copy.durableNames.putAll(copy.names);
        return copy;
    }
}
