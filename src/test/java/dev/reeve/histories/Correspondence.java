package dev.reeve.histories;

import dev.reeve.message.Message;
import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What agents sent has arrived, whoever asked was answered, and what a task was told somebody has read or will. */
final class Correspondence {

    private final Play play;
    private final Post post;
    private final Set<String> ids;

    Correspondence(Play play, Post post) {
        this.play = play;
        this.post = post;
        this.ids = post.everywhere().map(Message::id).collect(Collectors.toSet());
    }

    void check() throws IOException {
        boolean namesAreKnown = !play.history()
                .any(deed ->
                        deed instanceof PeoplesDeeds.Write write && write.file().startsWith("agents/"));
        boolean nothingIsRemoved = !play.history().has(PeoplesDeeds.Rm.class);
        for (Post.Holder holder : post.holders()) {
            if (play.history().touches(TaskId.slugOf(holder.record().id()))) {
                continue;
            }
            if (!play.powerWasCut()) {
                // of what is done nobody looks for what a power cut has brought back
                nothingWasLeft(holder);
            }
            if (namesAreKnown && nothingIsRemoved) {
                arrived(holder);
                wasAnswered(holder);
            }
        }
        for (Letterbox.Hint hint : play.letterbox().hints()) {
            if (!hint.late() && nothingIsRemoved) {
                wasHeard(hint);
            }
        }
    }

    private void nothingWasLeft(Post.Holder holder) throws IOException {
        for (AttemptRecord attempt : holder.record().attempts()) {
            Path door = holder.folder().attempt(attempt.number()).send();
            List<String> left =
                    play.disk().stat(door) == null ? List.of() : play.disk().list(door);
            Violation.unless(left.isEmpty(), door + " still has " + left);
        }
    }

    /** Of each attempt that came to its end. */
    private void arrived(Post.Holder holder) {
        Work work = play.work(TaskId.slugOf(holder.record().id()));
        if (work == null) {
            return;
        }
        List<Run> runs = play.machine().runs().stream()
                .filter(run -> run.task().equals(holder.record().id()))
                .toList();
        for (AttemptRecord attempt : holder.record().attempts()) {
            for (int run = 0; run < runs.size(); run++) {
                boolean ended = runs.get(run).attempt() == attempt.number()
                        && !attempt.isCheck()
                        && (attempt.outcome() == AttemptRecord.Outcome.OK
                                || attempt.outcome() == AttemptRecord.Outcome.FAILED);
                if (ended && work.behaviour(run).sends()) {
                    String letter = holder.record().id() + ":" + attempt.number() + ":";
                    Violation.unless(
                            ids.stream().anyMatch(id -> id.startsWith(letter)),
                            "what attempt " + attempt.number() + " sent never arrived: " + holder.record());
                }
            }
        }
    }

    private void wasAnswered(Post.Holder holder) {
        if (!holder.found().where().state().ended()) {
            return;
        }
        for (Message question : holder.letters()) {
            // what a person calls done is not looked into
            boolean touched = question.task() != null && play.history().touches(TaskId.slugOf(question.task()));
            boolean asks = !touched
                    && question.kind() == Message.Kind.MESSAGE
                    && post.unread().containsKey(question.from());
            Violation.unless(
                    !asks || post.everywhere().anyMatch(message -> question.id().equals(message.replyTo())),
                    "nobody answers " + question + ", says " + holder.record());
        }
    }

    /** An attempt was shown it, or the agent was handed it at the end. */
    private void wasHeard(Letterbox.Hint hint) throws IOException {
        for (Post.Holder holder : post.holders()) {
            State state = holder.found().where().state();
            boolean touched = play.history().touches(TaskId.slugOf(hint.task()));
            if (!holder.record().id().equals(hint.task()) || !state.ended() || touched || play.powerWasCut()) {
                continue;
            }
            boolean shown = false;
            for (AttemptRecord attempt : holder.record().attempts()) {
                Path prompt = holder.folder().attempt(attempt.number()).prompt();
                shown |= play.disk().stat(prompt) != null
                        && new String(play.disk().read(prompt, 0, 1 << 20), StandardCharsets.UTF_8)
                                .contains("words of " + hint.id());
            }
            boolean handedOn = post.given().contains(hint.id())
                    || post.unread().getOrDefault(holder.record().whose().toString(), List.of()).stream()
                            .anyMatch(message -> message.id().equals(hint.id()));
            Violation.unless(shown || handedOn, hint.id() + " was told " + holder.found() + ", and nobody heard it");
        }
    }
}
