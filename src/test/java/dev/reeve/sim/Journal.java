package dev.reeve.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes of names that no force has made durable yet.
 *
 * <p>Each change is whole or not there at all, and never there without those that it builds on: earlier changes of the
 * same names, the making of the folder that it puts something into, and, for a folder that is removed, the changes that
 * emptied it. That is what a journal gives.
 */
final class Journal {

    /** One name that changed. @param node what has it from here on; null: nobody */
    record Slot(Node folder, String name, Node node) {

        boolean isSameName(Slot other) {
            return folder == other.folder && name.equals(other.name);
        }
    }

    /** A change of one name, or of the two of a rename at once. */
    private record Change(List<Slot> slots, Set<Change> buildsOn) {

        boolean touches(Node folder) {
            for (Slot slot : slots) {
                if (slot.folder == folder) {
                    return true;
                }
            }
            return false;
        }

        boolean touchesAny(List<Slot> others) {
            for (Slot slot : slots) {
                for (Slot other : others) {
                    if (slot.isSameName(other)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Not so a rename: until it lasts, the folder is where it was. */
        boolean makesAny(List<Node> nodes) {
            Node made = slots.size() == 1 ? slots.get(0).node : null;
            return made != null && nodes.contains(made);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final List<Change> changes = new ArrayList<>();

    /** A new name for something new, or a second one. */
    void link(Node folder, String name, Node node) {
        add(List.of(new Slot(folder, name, node)), List.of(), null);
    }

    void unlink(Node folder, String name, Node node) {
        add(List.of(new Slot(folder, name, null)), List.of(), node.isFolder() ? node : null);
    }

    /** @param above the folder that it goes into, and all above that: a journal shows nothing in a folder before that */
    void rename(Node from, String oldName, Node to, String newName, Node node, Node replaced, List<Node> above) {
        add(
                List.of(new Slot(from, oldName, null), new Slot(to, newName, node)),
                above,
                replaced != null && replaced.isFolder() ? replaced : null);
    }

    private void add(List<Slot> slots, List<Node> above, Node emptied) {
        Set<Change> buildsOn = new LinkedHashSet<>();
        for (Change earlier : changes) {
            if (earlier.touchesAny(slots) || earlier.makesAny(above) || emptied != null && earlier.touches(emptied)) {
                buildsOn.add(earlier);
            }
        }
        changes.add(new Change(slots, buildsOn));
    }

    /** Makes the names of a folder durable, and with them whatever they build on. */
    void force(Node folder) {
        Set<Change> forced = new HashSet<>();
        changes.stream().filter(change -> change.touches(folder)).forEach(change -> collect(change, forced));
        for (Change change : changes) {
            if (forced.contains(change)) {
                change.slots.forEach(slot -> put(slot, slot.folder.durableNames));
            }
        }
        changes.removeIf(forced::contains);
    }

    private static void collect(Change change, Set<Change> forced) {
        if (forced.add(change)) {
            change.buildsOn.forEach(earlier -> collect(earlier, forced));
        }
    }

    /** The changes that are found after a power cut though nothing forced them, in their order. */
    List<Slot> survivors(Survival survival) {
        Set<Change> gone = new HashSet<>();
        List<Slot> slots = new ArrayList<>();
        for (Change change : changes) {
            if (change.buildsOn.stream().anyMatch(gone::contains) || !survival.change()) {
                gone.add(change);
            } else {
                slots.addAll(change.slots);
            }
        }
        return slots;
    }

    static void put(Slot slot, java.util.Map<String, Node> names) {
        if (slot.node == null) {
            names.remove(slot.name);
        } else {
            names.put(slot.name, slot.node);
        }
    }
}
