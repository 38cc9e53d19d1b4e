package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everybody who has an inbox: the agents, and those sessions of theirs that have a folder. */
final class Roster {

    private final Kit kit;
    private final Listings listings;
    /** Of each agent the names in {@code sessions/}, as they were last listed. */
    private final Map<String, SortedSet<String>> names = new HashMap<>();
    /** Those agents whose sessions may have changed. */
    private final Set<String> wanted = new HashSet<>();

    private Set<String> agents = Set.of();
    private Set<Addressee> all = Set.of();

    Roster(Kit kit, Listings listings) {
        this.kit = kit;
        this.listings = listings;
    }

    /** Sessions of any agent may have come or gone. */
    void wanted() {
        wanted.addAll(agents);
    }

    /** Sessions of this agent may have come or gone. */
    void touched(String agent) {
        wanted.add(agent);
    }

    /**
     * Something has changed at this path, or, where it ends with a dot, somewhere in that folder.
     *
     * @return whose inbox that may be; null if nobody's
     */
    Addressee touched(Path path) {
        Path agents = kit.workspace().agents();
        if (!path.startsWith(agents) || path.equals(agents)) {
            return null;
        }
        // its dot would be lost if it were made relative
        Path inside = path.subpath(agents.getNameCount(), path.getNameCount());
        String agent = inside.getName(0).toString();
        boolean ofSession = inside.getNameCount() > 1
                && path.startsWith(kit.workspace().agent(agent).sessions());
        if (ofSession && inside.getNameCount() < 4) {
            touched(agent);
            return null;
        }
        boolean inbox = path.endsWith("inbox.jsonl") || path.endsWith(".");
        return inbox && inside.getNameCount() == (ofSession ? 4 : 2)
                ? new Addressee(agent, ofSession ? inside.getName(2).toString() : null)
                : null;
    }

    /** The very same set as last time if nobody has come or gone: there may be thousands. */
    Set<Addressee> all() {
        Set<String> now = kit.team().get().agents().keySet();
        boolean changed = !now.equals(agents);
        if (changed) {
            wanted.addAll(now);
            agents = Set.copyOf(now);
        }
        for (String agent : Set.copyOf(wanted)) {
            changed |= agents.contains(agent) && list(agent);
        }
        wanted.retainAll(agents);
        if (changed) {
            Set<Addressee> everybody = new TreeSet<>();
            for (String agent : agents) {
                everybody.add(Addressee.ofAgent(agent));
                names.getOrDefault(agent, new TreeSet<>()).stream()
                        .filter(Addressee::isLabel)
                        .forEach(label -> everybody.add(new Addressee(agent, label)));
            }
            all = everybody;
        }
        return all;
    }

    /** @return true if any have come or gone */
    private boolean list(String agent) {
        Path folder = kit.workspace().agent(agent).sessions();
        String key = "sessions " + agent;
        try {
            SortedSet<String> before = names.get(agent);
            SortedSet<String> now = listings.names(folder, kit.time().now());
            if (now == null) {
                names.remove(agent);
            } else {
                names.put(agent, now);
            }
            wanted.remove(agent);
            kit.problems().clear(key);
            return before != now;
        } catch (IOException e) {
            kit.problems()
                    .raise(
                            key,
                            kit.workspace().shown(folder),
                            "its sessions can't be listed, which is tried again: " + Causes.words(e));
            return false;
        }
    }
}
