package dev.reeve.histories;

import dev.reeve.message.Addressee;
import dev.reeve.message.Message;
import dev.reeve.settings.Settings;
import dev.reeve.settings.SettingsFile;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Each message was given to one task that has ended, whole and in order, or is unread and somebody will come to it. */
final class MailStory {

    private final Play play;
    private final Post post;
    private final Settings settings;

    MailStory(Play play, Post post) {
        this.play = play;
        this.post = post;
        byte[] good = play.history().good().get("reeve.yaml").getBytes(StandardCharsets.UTF_8);
        this.settings = ((Parsed.Good<Settings>) SettingsFile.read("reeve.yaml", good)).value();
    }

    void check() throws IOException {
        once();
        for (MailDeeds.Say say : said()) {
            isNobodyElses(say);
        }
        for (String whose : post.unread().keySet()) {
            inOrder(whose);
            somebodyComes(whose);
        }
        for (Post.Holder holder : post.holders()) {
            boolean touched =
                    play.history().touches(TaskId.slugOf(holder.record().id()));
            Violation.unless(
                    touched
                            || !holder.found().where().state().ended()
                            || holder.record().portion() == null,
                    "it is over, and still has messages: " + holder.record());
            if (holder.found().where().state() == State.DONE && !touched) {
                wereShown(holder);
            }
            if (holder.record().door().endsWith("/inbox.jsonl") && !touched) {
                isWithinLimits(holder);
            }
        }
        oneChainComesToOneEnd();
        new ReportStory(play, post.everywhere().distinct().toList())
                .check(post.holders().stream().map(Post.Holder::found).toList());
    }

    private void once() {
        List<String> given = post.given();
        Set<String> distinct = new HashSet<>(given);
        Violation.unless(distinct.size() == given.size(), "given twice: " + given);
        // with all that the task had; one whose removal a power cut has stopped may have been given more
        boolean gone = play.history().any(deed -> deed instanceof PeoplesDeeds.Mv mv && mv.to() == State.DONE)
                || play.powerWasCut() && play.history().has(PeoplesDeeds.Rm.class);
        for (Letterbox.Word word : play.letterbox().certain()) {
            List<String> unread = ids(post.unread().getOrDefault(word.to(), List.of()));
            List<String> had = ids(post.had(word.to()));
            // the end of a task that has it may have been cut off by a person who moved it
            boolean waits = unread.contains(word.id()) || had.contains(word.id());
            boolean once = distinct.contains(word.id()) ? !waits || had.contains(word.id()) : waits || gone;
            Violation.unless(
                    once, word.id() + " is not given once: " + given + ", unread: " + unread + ", had: " + had);
        }
    }

    private List<MailDeeds.Say> said() {
        return play.history().deeds().stream()
                .map(Planned::deed)
                .filter(MailDeeds.Say.class::isInstance)
                .map(deed -> (MailDeeds.Say) deed)
                .toList();
    }

    /**
     * A session is told nothing that was said to its agent, or to another session, and the other way round. Which agent
     * reads it may be the fallback of the one that was asked.
     */
    private void isNobodyElses(MailDeeds.Say say) {
        for (Post.Holder holder : post.holders()) {
            Addressee reads = holder.record().reads();
            Violation.unless(
                    !ids(holder.letters()).contains(say.id())
                            || reads != null
                                    && Objects.equals(
                                            reads.session(), say.whose().session()),
                    say.id() + " is for " + say.to() + ", and was given to " + holder.record());
        }
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    /** A task that a person began again may have been given more, after others were. */
    private void inOrder(String whose) {
        List<String> asSaid = play.letterbox().inOrder(whose);
        List<String> inOrder = post.holders().stream()
                .filter(holder ->
                        !play.history().touches(TaskId.slugOf(holder.record().id())))
                .flatMap(holder -> holder.letters().stream())
                .map(Message::id)
                .filter(asSaid::contains)
                .toList();
        List<String> said = asSaid.stream().filter(inOrder::contains).toList();
        Violation.unless(inOrder.equals(said), "said to " + whose + " as " + said + ", given as " + inOrder);
    }

    /** Notes wake nobody; all else wakes somebody, unless a task that waits for a person has the inbox. */
    private void somebodyComes(String whose) {
        String agent = whose.split("/", 2)[0];
        String config = play.history().good().getOrDefault("agents/" + agent + "/agent.yaml", "wake: false\n");
        boolean wakes = post.unread().get(whose).stream().anyMatch(message -> message.kind() != Message.Kind.NOTE);
        Violation.unless(
                !wakes || config.contains("wake: false") || post.reader(whose) != null,
                "nobody comes to the messages of " + whose + ": "
                        + ids(post.unread().get(whose)));
    }

    private void wereShown(Post.Holder holder) throws IOException {
        Path prompt = holder.folder().attempt(holder.record().answer()).prompt();
        // nothing of an attempt is forced, so that a power cut may leave half of it
        if (play.powerWasCut() || play.disk().stat(prompt) == null) {
            return;
        }
        String text = new String(play.disk().read(prompt, 0, 1 << 20), StandardCharsets.UTF_8);
        for (Message message : holder.letters()) {
            Violation.unless(
                    text.contains(message.text()), message.id() + " is not in the prompt of " + holder.folder());
        }
    }

    /** Nobody released it: what too many messages led to is asked about first, and nothing else is. */
    private void isWithinLimits(Post.Holder holder) {
        State state = holder.found().where().state();
        boolean beyond = holder.record().hops() > settings.limits().maxHops();
        boolean tooOften =
                settings.limits().wakesPerHour() < Settings.defaults().limits().wakesPerHour();
        Violation.unless(
                !beyond || state == State.HELD && holder.record().attempts().isEmpty(),
                holder.record().hops() + " messages led to what nobody was asked about: " + holder.record());
        Violation.unless(
                state != State.HELD || beyond || tooOften, "nobody knows why this is held: " + holder.record());
    }

    /** Where one writes to the other for ever, and nothing else happens. */
    private void oneChainComesToOneEnd() {
        boolean forEver = play.history().any(deed -> deed instanceof MailDeeds.Woken woken && woken.to() != null);
        if (forEver && play.history().drops().isEmpty()) {
            long held = post.holders().stream()
                    .filter(holder -> holder.found().where().state() == State.HELD)
                    .count();
            Violation.unless(held == 1, held + " tasks of messages are held");
        }
    }
}
