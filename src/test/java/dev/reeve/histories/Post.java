package dev.reeve.histories;

import dev.reeve.files.Durable;
import dev.reeve.message.Addressee;
import dev.reeve.message.Inbox;
import dev.reeve.message.Kept;
import dev.reeve.message.Message;
import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Where each message is: with the task that was given it, in the inbox of its agent or session, or in that of a task. */
final class Post {

    /** @param letters what it was given of its agent's inbox, and has done with @param own what it was told itself */
    record Holder(People.Found found, TaskRecord record, TaskFolder folder, List<Message> letters, List<Message> own) {}

    private final Play play;
    private final List<Holder> holders = new ArrayList<>();
    private final Map<String, List<Message>> unread = new TreeMap<>();
    private final Map<String, List<Message>> had = new TreeMap<>();

    Post(Play play) throws IOException {
        this.play = play;
        for (People.Found found : play.people().find(id -> true)) {
            TaskFolder folder = found.where().task(play.workspace(), found.id());
            TaskRecord record = TaskRecords.read(play.disk(), folder);
            if (record != null && !play.promises().isRemoved(found.id())) {
                holders.add(new Holder(
                        found,
                        record,
                        folder,
                        Kept.read(play.disk(), folder.letters(), "any"),
                        unread(folder.messages(), found.id())));
            }
        }
        holders.sort(Comparator.comparing(this::turn));
        for (String name : play.disk().list(play.workspace().agents())) {
            if (isFolder(play.workspace().agent(name).path())) {
                open(Addressee.ofAgent(name));
                Path sessions = play.workspace().agent(name).sessions();
                for (String label : isFolder(sessions) ? play.disk().list(sessions) : List.<String>of()) {
                    open(new Addressee(name, label));
                }
            }
        }
    }

    private boolean isFolder(Path path) throws IOException {
        return play.disk().stat(path) != null && play.disk().stat(path).isFolder();
    }

    private void open(Addressee whose) throws IOException {
        unread.put(whose.toString(), unread(whose.inbox(play.workspace()), whose.toString()));
        had.put(whose.toString(), held(whose));
    }

    private List<Message> held(Addressee whose) throws IOException {
        Holder reader = reader(whose.toString());
        return reader == null
                ? List.of()
                : inbox(whose.inbox(play.workspace()), whose.toString())
                        .read(reader.record().portion().range())
                        .messages();
    }

    private List<Message> unread(InboxFiles files, String owner) throws IOException {
        return inbox(files, owner).unread(Integer.MAX_VALUE).messages();
    }

    private Inbox inbox(InboxFiles files, String owner) {
        return new Inbox(new Durable(play.disk(), new AtomicLong()::incrementAndGet), files, owner);
    }

    /** When it was first given anything, among all runs. */
    private int turn(Holder holder) {
        List<Run> runs = play.machine().runs();
        for (AttemptRecord attempt : holder.record().attempts()) {
            if (attempt.shown() != null && attempt.shown().portion() != null) {
                for (int turn = 0; turn < runs.size(); turn++) {
                    Run run = runs.get(turn);
                    if (run.task().equals(holder.record().id()) && run.attempt() == attempt.number()) {
                        return turn;
                    }
                }
            }
        }
        return runs.size();
    }

    /** In the order in which they were given anything. */
    List<Holder> holders() {
        return holders;
    }

    List<String> given() {
        return holders.stream()
                .flatMap(holder -> holder.letters().stream())
                .map(Message::id)
                .toList();
    }

    /** In the inboxes of the agents and of their sessions. */
    Map<String, List<Message>> unread() {
        return unread;
    }

    /** In those of the inboxes, what a task has that is not over: marked as read or not. */
    List<Message> had(String whose) {
        return had.getOrDefault(whose, List.of());
    }

    /** Where somebody has read it or will: what came to a task that was over, nobody does. */
    Stream<Message> everywhere() {
        return Stream.concat(
                Stream.concat(unread.values().stream(), had.values().stream()).flatMap(List::stream),
                holders.stream().flatMap(holder -> Stream.concat(holder.letters().stream(), heard(holder))));
    }

    private static Stream<Message> heard(Holder holder) {
        boolean reads = !holder.found().where().state().ended()
                || holder.record().attempts().stream()
                        .anyMatch(attempt ->
                                attempt.shown() != null && attempt.shown().own() != null);
        return reads ? holder.own().stream() : Stream.of();
    }

    /** The one that has the messages of this agent or session, if there is one. */
    Holder reader(String whose) {
        return holders.stream()
                .filter(holder -> !holder.found().where().state().ended()
                        && holder.record().portion() != null
                        && holder.record().portion().whose().toString().equals(whose))
                .findFirst()
                .orElse(null);
    }
}
