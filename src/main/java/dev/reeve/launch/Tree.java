package dev.reeve.launch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The living processes of one attempt at one look: its shim, the shim's session and group, whoever carries its mark,
 * and all that descend from these.
 *
 * <p>One pass over the processes, which reads one small file of each. The environment is read only of those that are
 * not known yet and were started after the shim: nothing older can descend from it.
 */
public final class Tree {

    private final Processes processes;
    private final long self;
    private final Target target;
    private final List<Seen> all;
    private final Map<Long, List<Seen>> children = new HashMap<>();
    private final Map<Long, Seen> members = new LinkedHashMap<>();
    private Seen shim;

    private Tree(Processes processes, long self, Target target) throws IOException {
        this.processes = processes;
        this.self = self;
        this.target = target;
        this.all = processes.all();
        for (Seen seen : all) {
            children.computeIfAbsent(seen.parent(), parent -> new ArrayList<>()).add(seen);
        }
    }

    public static Tree look(Processes processes, long self, Target target) throws IOException {
        return look(processes, self, target, List.of());
    }

    /**
     * @param self the supervisor's own pid, never a member
     * @param known who was a member at an earlier look, and remains one however its parents change
     */
    public static Tree look(Processes processes, long self, Target target, Collection<Identity> known)
            throws IOException {
        Tree tree = new Tree(processes, self, target);
        tree.addShimAndSession();
        tree.addKnown(known);
        tree.addMarked();
        return tree;
    }

    /** Null if it does not live. */
    public Seen shim() {
        return shim;
    }

    /** Everybody but the shim. */
    public Collection<Seen> others() {
        return Collections.unmodifiableCollection(members.values());
    }

    public boolean isGone() {
        return shim == null && members.isEmpty();
    }

    private void addShimAndSession() {
        Seen holder = holderOfShimsPid();
        if (target.isShim(holder)) {
            shim = holder;
            addDescendants(holder);
        }
        // a number is not given away while a session or a group has it: somebody else there means that ours is no more
        boolean sessionIsOurs = shim != null || holder == null && target.watched();
        if (target.shim() == null || !sessionIsOurs) {
            return;
        }
        long session = target.shim().pid();
        for (Seen seen : all) {
            if (seen.session() == session || seen.group() == session) {
                add(seen);
            }
        }
    }

    private Seen holderOfShimsPid() {
        for (Seen seen : all) {
            if (target.shim() != null && seen.pid() == target.shim().pid()) {
                return seen;
            }
        }
        return null;
    }

    private void addKnown(Collection<Identity> known) {
        for (Seen seen : all) {
            if (known.contains(seen.identity())) {
                add(seen);
            }
        }
    }

    private void addMarked() throws IOException {
        for (Seen seen : all) {
            if (!isMember(seen) && mayBelong(seen) && target.mark().equals(processes.markOf(seen))) {
                add(seen);
            }
        }
    }

    private boolean mayBelong(Seen seen) {
        return seen.pid() > 1
                && seen.pid() != self
                && (target.shim() == null || !startedBefore(seen.identity(), target.shim()));
    }

    private boolean isMember(Seen seen) {
        return seen == shim || members.containsKey(seen.pid());
    }

    private void add(Seen seen) {
        if (!isMember(seen) && mayBelong(seen)) {
            members.put(seen.pid(), seen);
            addDescendants(seen);
        }
    }

    private void addDescendants(Seen ancestor) {
        Deque<Seen> open = new ArrayDeque<>(List.of(ancestor));
        while (!open.isEmpty()) {
            Seen parent = open.pop();
            for (Seen child : children.getOrDefault(parent.pid(), List.of())) {
                // younger than its parent, or the number went to somebody else between two reads
                boolean plausible = !startedBefore(child.identity(), parent.identity());
                if (plausible && !isMember(child) && mayBelong(child)) {
                    members.put(child.pid(), child);
                    open.push(child);
                }
            }
        }
    }

    /** False also where the system tells no ticks. */
    private static boolean startedBefore(Identity one, Identity other) {
        try {
            return Long.parseLong(one.start()) < Long.parseLong(other.start());
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
