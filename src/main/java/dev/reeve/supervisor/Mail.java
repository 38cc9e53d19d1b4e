package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.message.Batch;
import dev.reeve.message.Entry;
import dev.reeve.message.Inbox;
import dev.reeve.message.Message;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The inboxes of the agents, and what is unread in them. An inbox is had by one task at a time: the board tells by which,
 * and this remembers the ones that are about to have it.
 */
final class Mail {

    /** More messages than this wait for the next run. */
    static final int MOST = 1000;

    private static final Duration TIDY = Duration.ofMinutes(1);

    private static final class Box {
        private final Inbox inbox;
        private final InboxFiles files;
        private boolean wanted = true;
        /** As it was when it was read; null: it is to be read whatever it looks like. */
        private Stat seen;

        private Unread unread;

        private Box(Inbox inbox, InboxFiles files) {
            this.inbox = inbox;
            this.files = files;
        }
    }

    private final Kit kit;
    private final Ledger ledger;
    private final Rejecting rejecting;
    private final Map<String, Box> boxes = new TreeMap<>();
    private final Map<String, String> reserved = new HashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private Instant tidied = Instant.MIN;

    Mail(Kit kit, Ledger ledger, Rejecting rejecting) {
        this.kit = kit;
        this.ledger = ledger;
        this.rejecting = rejecting;
    }

    /** All of them may have changed. */
    void wanted() {
        boxes.values().forEach(box -> box.wanted = true);
    }

    /** Somebody has written into this one, or it was read. */
    void touched(String agent) {
        Box box = boxes.get(agent);
        if (box != null) {
            box.wanted = true;
        }
    }

    /** Looks at those that may have changed, but not into one that somebody reads just now. */
    void look() {
        Set<String> agents = kit.team().get().agents().keySet();
        boxes.keySet().retainAll(agents);
        for (String agent : agents) {
            Box box = boxes.computeIfAbsent(agent, this::box);
            if (box.wanted && isFree(agent)) {
                look(agent, box);
            }
        }
    }

    private Box box(String agent) {
        InboxFiles files = kit.workspace().agent(agent).messages();
        return new Box(new Inbox(kit.durable(), files, agent), files);
    }

    private void look(String agent, Box box) {
        try {
            Stat now = kit.disk().stat(box.files.live());
            if (box.seen == null || !box.seen.equals(now)) {
                box.unread = read(agent, box);
                box.seen = now;
            }
            box.wanted = false;
            kit.problems().clear(key(agent));
        } catch (IOException e) {
            box.seen = null;
            trouble(agent, e);
        }
    }

    private Unread read(String agent, Box box) throws IOException {
        if (!kit.durable().exists(kit.workspace().agent(agent).path())) {
            return null;
        }
        Batch batch = box.inbox.unread(MOST);
        reject(agent, batch);
        Unread unread = Unread.of(batch);
        if (unread == null && !batch.range().isEmpty()) {
            box.inbox.advance(batch.range().to(), kit.time().now());
        }
        return unread;
    }

    /** What is no message goes to rejected/, once for each line. */
    void reject(String owner, Batch batch) throws IOException {
        for (Entry entry : batch.entries()) {
            if (entry instanceof Entry.Malformed bad && !rejected.contains(owner + ":" + bad.at())) {
                rejecting.line(owner, bad);
                rejected.add(owner + ":" + bad.at());
            }
        }
    }

    /** What those agents have not read whose inboxes nobody has. */
    Map<String, Unread> unread() {
        Map<String, Unread> unread = new TreeMap<>();
        boxes.forEach((agent, box) -> {
            if (box.unread != null && isFree(agent)) {
                unread.put(agent, box.unread);
            }
        });
        return unread;
    }

    /** Nothing is certain of a task that could not be read: it may be the one that has it. */
    private boolean isFree(String agent) {
        return !reserved.containsKey(agent) && ledger.board().reader(agent) == null && !ledger.isAnyUnknown();
    }

    /** What a run of this agent is given, which has it from now on; null if there is nothing, or another one has it. */
    Unread take(String agent, String task) throws IOException {
        Box box = boxes.computeIfAbsent(agent, this::box);
        if (!isFree(agent)) {
            return null;
        }
        box.seen = null;
        look(agent, box);
        Unread unread = box.seen == null && box.wanted ? null : box.unread;
        if (unread != null) {
            reserve(agent, task, unread.range());
        }
        return unread;
    }

    /** This task is about to have it: until it is known what became of the step that gives it. */
    void reserve(String agent, String task, Range range) throws IOException {
        boxes.computeIfAbsent(agent, this::box).inbox.keep(range);
        reserved.put(agent, task);
    }

    /** The board knows by now whether this task has anything. */
    void settled(String task) {
        reserved.values().remove(task);
    }

    /** By agent, the tasks that are about to have something. */
    Map<String, String> reserved() {
        return Map.copyOf(reserved);
    }

    List<Message> messages(Portion portion) throws IOException {
        return kit.durable().exists(kit.workspace().agent(portion.agent()).path())
                ? boxes.computeIfAbsent(portion.agent(), this::box)
                        .inbox
                        .read(portion.range())
                        .messages()
                : List.of();
    }

    /** It is read, for good. */
    void done(Portion portion) throws IOException {
        Box box = boxes.computeIfAbsent(portion.agent(), this::box);
        if (kit.durable().exists(kit.workspace().agent(portion.agent()).path())) {
            box.inbox.advance(portion.range().to(), kit.time().now());
        }
        box.unread = null;
        box.seen = null;
        box.wanted = true;
    }

    /** Now and then: begins new files, and removes old ones. */
    void tidy() {
        Instant now = kit.time().now();
        if (tidied.isBefore(now) && now.minus(TIDY).isBefore(tidied)) {
            return;
        }
        tidied = now;
        Duration keep = kit.team().get().settings().keepMessages();
        boxes.forEach((agent, box) -> {
            try {
                if (kit.durable().exists(kit.workspace().agent(agent).path())) {
                    box.inbox.rotateIfDue(now, keep);
                    if (isFree(agent)) {
                        // what a task has it may be given again, read or not
                        box.inbox.purge(now, keep);
                    }
                    // who had an older part open may have written into that
                    box.seen = null;
                }
            } catch (IOException e) {
                trouble(agent, e);
            }
        });
    }

    private void trouble(String agent, IOException e) {
        kit.problems()
                .raise(
                        key(agent),
                        "agents/" + agent + "/inbox.jsonl",
                        "its messages can't be read, and are tried again: " + Causes.words(e));
    }

    private static String key(String agent) {
        return "mail " + agent;
    }
}
