package dev.reeve.supervisor;

import dev.reeve.confine.Hiding;
import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Takes what was dropped into the doors. */
final class Intake {

    /** More than this waits for the next turn of the loop, so that starts and ends are never kept waiting for long. */
    private static final int MOST = 64;

    private final Kit kit;
    private final Listings listings;
    private final Doors doors;
    private final Accepting accepting;
    private final Rejecting rejecting;
    private final Taken taken;
    private final Configured configured;
    private final Supplier<Collection<Live>> lives;
    private final Events events;
    private boolean unfinished;

    /** Told of what became of each dropped thing. */
    interface Taken {

        /** It is a task in the queue from now on. */
        void accepted(TaskRecord record) throws IOException;

        /** It could not become one, or was taken back. */
        void refused(String name) throws IOException;
    }

    /** @param lives the attempts whose children may be dropped */
    Intake(
            Kit kit,
            Listings listings,
            Accepting accepting,
            Rejecting rejecting,
            Taken taken,
            Configured configured,
            Supplier<Collection<Live>> lives,
            Events events) {
        this.kit = kit;
        this.configured = configured;
        this.lives = lives;
        this.events = events;
        this.listings = listings;
        this.doors = new Doors(kit.disk(), listings, kit.problems());
        this.accepting = accepting;
        this.rejecting = rejecting;
        this.taken = taken;
    }

    /** The doors there are. A door that is a link, or on another file system, is refused with the reason. */
    List<Door> doors() throws IOException {
        Workspace workspace = kit.workspace();
        List<Door> all = new ArrayList<>(List.of(Door.ofEverybody(workspace.tasks())));
        SortedSet<String> agents = listings.names(workspace.agents(), kit.time().now());
        for (String name : agents == null ? new TreeSet<String>() : agents) {
            AgentFolder agent = workspace.agent(name);
            // a link is no agent: what lies behind it is not the workspace's
            Stat stat = name.startsWith(".") ? null : kit.disk().stat(agent.path());
            if (stat != null && stat.isFolder() && kit.durable().exists(agent.tasks())) {
                all.add(Door.ofAgent(agent.tasks(), name));
            }
        }
        for (Live live : lives.get()) {
            if (!live.removed()) {
                all.add(spawn(live));
            }
        }
        all.add(new Door(workspace.events(), EVENTS, null, Events.DOOR));
        all.removeIf(door -> !usable(door));
        return all;
    }

    private Door spawn(Live live) {
        Path path =
                live.where.task(kit.workspace(), live.id).attempt(live.number).spawn();
        return Door.ofAttempt(path, live.id, live.number);
    }

    /** Not the name of any agent, which has no dot in it. */
    private static final String EVENTS = "events.";

    private boolean usable(Door door) {
        String key = "door-kind " + door.name();
        try {
            Stat stat = kit.disk().stat(door.path());
            Stat queue = kit.disk().stat(kit.workspace().state(State.QUEUE));
            if (stat == null) {
                return false;
            }
            if (!stat.isFolder() || queue == null || stat.device() != queue.device()) {
                kit.problems()
                        .raise(
                                key,
                                door.name(),
                                "this door is refused: it must be a real folder on the file system of queue/, since a task"
                                        + " is taken by a rename. Replace the link or mount with a folder");
                return false;
            }
            kit.problems().clear(key);
            return true;
        } catch (IOException e) {
            kit.problems().raise(key, door.name(), "this door can't be looked at: " + Causes.words(e));
            return false;
        }
    }

    /** Nothing is taken while nobody knows whose a task would be. */
    private boolean isOpen() {
        return configured.settingsAreKnown();
    }

    /** Takes what has come to rest. */
    void take() throws IOException {
        if (!isOpen()) {
            return;
        }
        Duration settle = kit.team().get().settings().settle();
        List<Doors.Ready> rested =
                doors.look(doors(), settle, MOST, kit.time().now(), kit.time().nanos());
        if (!rested.isEmpty()) {
            // an agent may have been made just before its first task was dropped
            configured.reload(false);
        }
        List<Arriving> ready = new ArrayList<>();
        for (Doors.Ready one : rested) {
            if (EVENTS.equals(one.door().agent())) {
                takeEvent(one);
            } else if (!hidden(one.door(), one.path())) {
                // otherwise it has changed just now, and comes to rest anew
                ready.add(new Arriving(one));
            }
        }
        accept(ready);
    }

    /** Hides what an attempt was given to keep. @return true if there was anything to hide */
    private boolean hidden(Door door, Path path) throws IOException {
        if (door.asker() == null) {
            return false;
        }
        Live live = lives.get().stream()
                .filter(one -> one.id.equals(door.asker().task()))
                .findFirst()
                .orElse(null);
        return live != null && Hiding.in(kit.durable(), path, live.mask, Hiding.LARGEST);
    }

    /** @return false if one of them could not be taken */
    private boolean accept(List<Arriving> ready) throws IOException {
        Set<Arriving> failed = new HashSet<>();
        Together<Arriving> all = new Together<>(ready, (one, error) -> {
            failed.add(one);
            notTaken(one, error);
        });
        accepting.accept(all);
        Set<Arriving> refused = new HashSet<>(ready);
        refused.removeAll(failed);
        all.each(one -> {
            refused.remove(one);
            taken.accepted(one.record);
        });
        for (Arriving one : refused) {
            taken.refused(one.name());
        }
        ready.stream().filter(one -> !failed.contains(one)).forEach(one -> doors.forget(one.from.path()));
        return failed.isEmpty();
    }

    /**
     * Takes at once what an attempt has asked for: its processes are gone, so that nothing of it is still being written.
     *
     * @throws IOException if not all of it could be taken: it is tried again before anything becomes of the task
     */
    void drain(Live live) throws IOException {
        drain(spawn(live));
    }

    /** The same, for what Reeve itself asks for. */
    void drain(Door door) throws IOException {
        Stat stat = kit.disk().stat(door.path());
        if (stat == null || !stat.isFolder()) {
            return;
        }
        while (true) {
            List<Arriving> ready = new ArrayList<>();
            for (String name : new TreeSet<>(kit.disk().list(door.path()))) {
                hidden(door, door.path().resolve(name));
                Drop drop = Drop.leftAlone(name)
                        ? null
                        : Drop.look(kit.disk(), door.path().resolve(name), Duration.ZERO);
                if (drop != null && ready.size() < MOST) {
                    ready.add(new Arriving(new Doors.Ready(door, drop)));
                }
            }
            if (ready.isEmpty()) {
                return;
            }
            if (!isOpen()) {
                throw new IOException("what it has asked for can't be taken while reeve.yaml can't be understood");
            }
            if (!accept(ready)) {
                throw new IOException("not everything that it has asked for could be taken yet");
            }
        }
    }

    private void takeEvent(Doors.Ready event) {
        try {
            events.take(event.path());
            doors.forget(event.path());
        } catch (IOException e) {
            doors.later(event.door(), event.path(), Causes.words(e), kit.time().nanos());
        }
    }

    private void notTaken(Arriving one, IOException error) {
        unfinished = true;
        doors.later(
                one.from.door(),
                one.from.path(),
                Causes.words(error),
                kit.time().nanos());
        if (one.staging != null && !one.claimed) {
            try {
                kit.durable().removeTree(one.staging.path());
            } catch (IOException e) {
                // it has nothing but Reeve's own record in it, and is removed when it is found
            }
        }
    }

    /** Completes what was being accepted: at a start, and where a step met an error. */
    void resume() throws IOException {
        unfinished = true;
        if (!isOpen()) {
            return;
        }
        rejecting.resume();
        // the last step of one may have met its error after the rename
        kit.disk().forceFolder(kit.workspace().state(State.QUEUE));
        List<Arriving> begun = new ArrayList<>();
        for (String name : new TreeSet<>(kit.disk().list(kit.workspace().state(State.QUEUE)))) {
            // whatever else has a dot before it is a person's
            if (!name.startsWith(".") || !TaskId.isOne(name.substring(1))) {
                continue;
            }
            Path path = kit.workspace().state(State.QUEUE).resolve(name);
            Stat stat = kit.disk().stat(path);
            if (stat != null && stat.isFolder()) {
                begun.add(new Arriving(new TaskFolder(path)));
            }
        }
        unfinished = false;
        complete(begun);
    }

    /** What stands in staging folders goes to where its record says. */
    void complete(List<Arriving> begun) throws IOException {
        Together<Arriving> all = new Together<>(begun, (one, error) -> {
            unfinished = true;
            String words = "accepting it could not be completed yet: " + Causes.words(error);
            kit.problems().raise(key(one), "queue/" + one.name(), words);
        });
        begun.forEach(one -> kit.problems().clear(key(one)));
        accepting.resume(all);
        all.each(one -> taken.accepted(one.record));
    }

    /** Something is left in a staging folder. */
    void later() {
        unfinished = true;
    }

    private static String key(Arriving one) {
        return "staging " + one.name();
    }

    /** True if something that was taken is in no folder of tasks yet. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** Completes what met an error, if anything did. */
    void resumeFailed() throws IOException {
        if (!isOpen()) {
            return;
        }
        rejecting.resumeFailed();
        if (unfinished) {
            resume();
        }
    }

    /** How long until something could have come to rest; null if no door has anything in it. */
    Duration nextRest() {
        return doors.nextRest(kit.time().nanos());
    }

    /** True while something is on its way in. */
    boolean settling() {
        return doors.settling();
    }
}
