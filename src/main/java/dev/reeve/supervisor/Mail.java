package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import dev.reeve.message.Batch;
import dev.reeve.message.Entry;
import dev.reeve.message.Message;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The inboxes of the agents and of their sessions, and what is unread in them. An inbox is had by one task at a time: the
 * board tells by which, and this remembers the ones that are about to have it.
 */
final class Mail {

    /** More messages than this wait for the next run. */
    static final int MOST = 1000;

    private static final Duration TIDY = Duration.ofMinutes(1);

    private final Kit kit;
    private final Ledger ledger;
    private final Rejecting rejecting;
    private final Roster roster;
    private final Map<Addressee, Box> boxes = new TreeMap<>();
    /** Those that may have changed. */
    private final Set<Addressee> wanted = new TreeSet<>();
    /** Those in which there is something. */
    private final Map<Addressee, Unread> unread = new TreeMap<>();

    private final Map<Addressee, String> reserved = new HashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private Set<Addressee> known = Set.of();
    private Set<Path> sessions = Set.of();
    /** Of whom those are. */
    private Set<Addressee> of = Set.of();

    private Instant tidied = Instant.MIN;

    Mail(Kit kit, Ledger ledger, Rejecting rejecting, Roster roster) {
        this.kit = kit;
        this.ledger = ledger;
        this.rejecting = rejecting;
        this.roster = roster;
    }

    /** All of them may have changed. */
    void wanted() {
        roster.wanted();
        wanted.addAll(known);
    }

    /** Somebody has written into this one, or it was read. */
    void touched(Addressee whose) {
        if (known.contains(whose)) {
            wanted.add(whose);
        } else {
            roster.touched(whose.agent());
        }
    }

    /** Something has changed at this path. */
    void touched(Path path) {
        Addressee whose = roster.touched(path);
        if (whose != null) {
            touched(whose);
        }
    }

    /** Looks at those that may have changed, but not into one that somebody reads just now. */
    void look() {
        Set<Addressee> all = roster.all();
        if (all != known) {
            boxes.keySet().retainAll(all);
            wanted.retainAll(all);
            unread.keySet().retainAll(all);
            all.stream().filter(one -> !known.contains(one)).forEach(wanted::add);
            known = all;
        }
        for (Addressee whose : List.copyOf(wanted)) {
            if (isFree(whose)) {
                look(whose);
            }
        }
    }

    /** @return false if it can't be read */
    private boolean look(Addressee whose) {
        Box box = box(whose);
        try {
            box.look(this::reject);
            wanted.remove(whose);
            note(whose, box.unread());
            kit.problems().clear(key(whose));
            return true;
        } catch (IOException e) {
            wanted.add(whose);
            trouble(whose, e);
            return false;
        }
    }

    private void note(Addressee whose, Unread found) {
        if (found == null) {
            unread.remove(whose);
        } else {
            unread.put(whose, found);
        }
    }

    private Box box(Addressee whose) {
        return boxes.computeIfAbsent(whose, any -> new Box(kit, whose));
    }

    private void reject(Addressee whose, Batch batch) throws IOException {
        reject(whose.toString(), batch);
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

    /** What those have not read whose inboxes nobody has. */
    Map<Addressee, Unread> unread() {
        Map<Addressee, Unread> free = new TreeMap<>(unread);
        free.keySet().removeIf(whose -> !isFree(whose));
        return free;
    }

    /** Nothing is certain of a task that could not be read: it may be the one that has it. */
    private boolean isFree(Addressee whose) {
        return !reserved.containsKey(whose) && ledger.board().reader(whose) == null && !ledger.isAnyUnknown();
    }

    /** What a run is given that reads this inbox, and has it from now on; null if there is nothing, or another one has it. */
    Unread take(Addressee whose, String task) throws IOException {
        if (!isFree(whose)) {
            return null;
        }
        box(whose).forget();
        Unread found = look(whose) ? unread.get(whose) : null;
        if (found != null) {
            reserve(whose, task, found.range());
        }
        return found;
    }

    /** This task is about to have it: until it is known what became of the step that gives it. */
    void reserve(Addressee whose, String task, Range range) throws IOException {
        box(whose).keep(range);
        reserved.put(whose, task);
    }

    /** The board knows by now whether this task has anything. */
    void settled(String task) {
        reserved.values().remove(task);
    }

    /** The tasks that are about to have something. */
    List<String> reserved() {
        return List.copyOf(reserved.values());
    }

    List<Message> messages(Portion portion) throws IOException {
        return box(portion.whose()).messages(portion.range()).messages();
    }

    /** It is read, for good. */
    void done(Portion portion) throws IOException {
        box(portion.whose()).done(portion);
        unread.remove(portion.whose());
        touched(portion.whose());
    }

    /** Now and then: begins new files, and removes old ones. */
    void tidy() {
        Instant now = kit.time().now();
        if (tidied.isBefore(now) && now.minus(TIDY).isBefore(tidied)) {
            return;
        }
        tidied = now;
        Duration keep = kit.team().get().settings().retention().messages();
        boxes.forEach((whose, box) -> {
            try {
                // what a task has it may be given again, read or not
                box.tidy(now, keep, isFree(whose));
            } catch (IOException e) {
                trouble(whose, e);
            }
        });
    }

    /**
     * The folders of the sessions, of so many to which something came last. The very same set as long as none has come or
     * gone.
     */
    Set<Path> sessions(int most) {
        if (of != known) {
            of = known;
            sessions = known.stream()
                    .filter(whose -> whose.session() != null)
                    .sorted(Comparator.comparing(whose -> box(whose).changed(), Comparator.reverseOrder()))
                    .limit(most)
                    .map(whose -> whose.folder(kit.workspace()))
                    .collect(Collectors.toSet());
        }
        return sessions;
    }

    private void trouble(Addressee whose, IOException e) {
        Path inbox = whose.inbox(kit.workspace()).live();
        kit.problems()
                .raise(
                        key(whose),
                        kit.workspace().shown(inbox),
                        "its messages can't be read, and are tried again: " + Causes.words(e));
    }

    private static String key(Addressee whose) {
        return "mail " + whose;
    }
}
