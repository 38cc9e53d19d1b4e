package dev.reeve.histories;

import dev.reeve.files.Durable;
import dev.reeve.message.Addressee;
import dev.reeve.message.Inbox;
import dev.reeve.message.Kept;
import dev.reeve.message.Marks;
import dev.reeve.message.Message;
import dev.reeve.message.Shown;
import dev.reeve.sim.People;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Each message was given to one task that has ended, whole and in order, or is unread. */
final class MailStory {

    private final Play play;
    private final List<String> given = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<Message> all = new ArrayList<>();
    /** In the inboxes of tasks that have ended. */
    private final List<String> left = new ArrayList<>();

    MailStory(Play play) {
        this.play = play;
    }

    void check() throws IOException {
        List<People.Found> tasks = new ArrayList<>(play.people().find(id -> true));
        tasks.sort(Comparator.comparing(People.Found::id));
        int held = 0;
        for (People.Found found : tasks) {
            TaskFolder folder = found.where().task(play.workspace(), found.id());
            TaskRecord record = TaskRecords.read(play.disk(), folder);
            List<Message> letters = Kept.read(play.disk(), folder.letters(), "any");
            letters.forEach(message -> given.add(message.id()));
            all.addAll(letters);
            if (record != null) {
                areItsOwn(record, letters);
                handedOn(found, record, folder);
            }
            if (record != null && found.where().state() == State.DONE && !letters.isEmpty()) {
                wereShown(record, folder, letters);
            }
            held += record != null && record.portion() != null && found.where().state() == State.HELD ? 1 : 0;
        }
        for (String name : folders(play.workspace().agents())) {
            read(Addressee.ofAgent(name));
            for (String label : folders(play.workspace().agent(name).sessions())) {
                read(new Addressee(name, label));
            }
        }
        for (String id : left) {
            Violation.unless(
                    given.contains(id) || unread.contains(id), id + " was left in the inbox of a task that has ended");
        }
        Violation.unless(given.stream().distinct().count() == given.size(), "given twice: " + given);
        once();
        new ReportStory(play, all).check(tasks);
        boolean forEver = play.history().any(deed -> deed instanceof MailDeeds.Woken woken && woken.to() != null);
        Violation.unless(held == (forEver ? 1 : 0), held + " tasks of messages are held");
    }

    private List<String> folders(Path parent) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : play.disk().stat(parent) == null
                ? List.<String>of()
                : play.disk().list(parent)) {
            if (play.disk().stat(parent.resolve(name)).isFolder()) {
                names.add(name);
            }
        }
        return names;
    }

    private void read(Addressee whose) throws IOException {
        Durable durable = new Durable(play.disk(), new AtomicLong()::incrementAndGet);
        new Inbox(durable, whose.inbox(play.workspace()), whose.toString())
                .unread(Integer.MAX_VALUE)
                .messages()
                .forEach(message -> {
                    unread.add(message.id());
                    all.add(message);
                });
    }

    private List<MailDeeds.Say> said() {
        return play.history().deeds().stream()
                .map(Planned::deed)
                .filter(MailDeeds.Say.class::isInstance)
                .map(deed -> (MailDeeds.Say) deed)
                .filter(say -> !say.torn() || !play.powerWasCut())
                .toList();
    }

    /** What came to a task and no attempt was shown is for its agent or session: nobody reads a finished task's inbox. */
    private void handedOn(People.Found found, TaskRecord record, TaskFolder task) throws IOException {
        if (!found.where().state().ended() || play.disk().stat(task.inbox()) == null) {
            return;
        }
        Shown shown = record.lastAttempt() == null ? null : record.lastAttempt().shown();
        Durable durable = new Durable(play.disk(), new AtomicLong()::incrementAndGet);
        new Inbox(durable, task.messages(), record.id())
                .since(shown == null || shown.own() == null ? Marks.NONE : shown.own()).messages().stream()
                        .filter(message -> !TaskId.isOne(message.from()))
                        .forEach(message -> left.add(message.id()));
    }

    /** A session is told nothing that was said to its agent, or to another session, and the other way round. */
    private void areItsOwn(TaskRecord record, List<Message> letters) {
        for (MailDeeds.Say say : said()) {
            Violation.unless(
                    letters.stream().noneMatch(message -> message.id().equals(say.id()))
                            || say.whose().equals(record.reads()),
                    say.id() + " is for " + say.to() + ", and was given to " + record.id() + " of " + record.reads());
        }
    }

    private void once() {
        Map<Addressee, List<String>> said = new LinkedHashMap<>();
        said().forEach(say ->
                said.computeIfAbsent(say.whose(), any -> new ArrayList<>()).add(say.id()));
        said.values().forEach(this::once);
    }

    private void once(List<String> said) {
        for (String id : said) {
            Violation.unless(
                    given.contains(id) != unread.contains(id),
                    id + " is not given once: " + given + ", unread: " + unread);
        }
        List<String> inOrder = given.stream().filter(said::contains).toList();
        List<String> asSaid = said.stream().filter(given::contains).toList();
        Violation.unless(inOrder.equals(asSaid), "said as " + asSaid + ", given as " + inOrder);
    }

    private void wereShown(TaskRecord record, TaskFolder folder, List<Message> letters) throws IOException {
        Path prompt = folder.attempt(record.answer()).prompt();
        if (play.disk().stat(prompt) == null) {
            return;
        }
        String text = new String(play.disk().read(prompt, 0, 1 << 20), StandardCharsets.UTF_8);
        // nothing of an attempt is forced, so that a power cut may leave half of it
        for (Message message : letters) {
            Violation.unless(
                    text.contains(message.text()) || play.powerWasCut(),
                    message.id() + " is not in the prompt of " + folder);
        }
    }
}
