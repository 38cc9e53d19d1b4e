package dev.reeve.cli.tree;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Kin;
import dev.reeve.task.Note;
import dev.reeve.task.Notes;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * A tree in lines for a person. Each task has one, what happened to it stands below it, and whom an attempt asked stands
 * below the attempt.
 */
final class TracePage {

    private static final String DEEPER = "  ";

    private final Invocation invocation;
    private final Workspace workspace;
    private final DateTimeFormatter clock =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    TracePage(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    void print(Member root) throws IOException {
        if (root.record() != null) {
            Kin kin = root.record().kin();
            String by = kin == null ? root.record().requestedBy() : kin.parent() + ", which is nowhere any more";
            invocation.say("Asked for by "
                    + Phrases.line(by + ", " + Phrases.time(root.record().acceptedAt())));
        }
        task(root, "");
    }

    private void task(Member member, String indent) throws IOException {
        Timeline timeline = Timeline.of(invocation.disk(), member);
        invocation.say(indent + heading(member, timeline));
        String inner = indent + DEEPER;
        // each for itself: to compare two members would be to compare all that is below them
        Set<Member> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Timeline.Moment moment : timeline.moments()) {
            invocation.say(inner + at(moment.at()) + "  " + words(member, moment));
            for (Member child : member.children()) {
                if (moment.attempt() != null
                        && child.report().attempt() == moment.attempt().number()) {
                    task(child, inner + DEEPER);
                    shown.add(child);
                }
            }
        }
        for (Member child : member.children()) {
            if (!shown.contains(child)) {
                task(child, inner);
            }
        }
    }

    private String heading(Member member, Timeline timeline) {
        StringBuilder line = new StringBuilder(at(timeline.acceptedAt())).append("  ");
        line.append(Phrases.line(Phrases.or(member.agent(), "nobody") + ": " + member.label()))
                .append("  ");
        line.append(invocation.terminal().paint(colour(member), member.state()));
        Instant until = member.ended() ? timeline.endedAt() : invocation.now();
        if (timeline.acceptedAt() != null && until != null) {
            line.append(member.ended() ? " in " : " since ")
                    .append(Phrases.elapsed(Duration.between(timeline.acceptedAt(), until)));
        }
        if (member.harvest() != null) {
            line.append(", ").append(ChildrenTable.words(member.harvest()));
        }
        if (member.ended() && member.reason() != null) {
            line.append(": ").append(Phrases.line(member.reason()));
        }
        String place = member.sighting() == null
                ? member.id()
                : workspace.shown(member.sighting().folder().path()) + "/";
        return place == null
                ? line.toString()
                : line + "  " + invocation.terminal().paint(Colour.FAINT, place);
    }

    private static Colour colour(Member member) {
        if (!member.ended()) {
            return "held".equals(member.state()) ? Colour.ATTENTION : Colour.HEADING;
        }
        return member.ok() ? Colour.GOOD : Colour.BAD;
    }

    private String words(Member member, Timeline.Moment moment) throws IOException {
        if (moment.attempt() == null) {
            return Phrases.line(
                    moment.action().replace('_', ' ') + (moment.reason() == null ? "" : ": " + moment.reason()));
        }
        AttemptRecord attempt = moment.attempt();
        StringBuilder line = new StringBuilder("attempt " + attempt.number());
        if (attempt.agent() != null && !attempt.agent().equals(member.agent())) {
            line.append(" by ").append(attempt.agent());
        }
        line.append(": ").append(outcome(attempt));
        Instant end = attempt.ended() ? attempt.endedAt() : invocation.now();
        if (attempt.startedAt() != null && end != null) {
            line.append(attempt.ended() ? " after " : " for ")
                    .append(Phrases.elapsed(Duration.between(attempt.startedAt(), end)));
        }
        if (attempt.waited() != null) {
            line.append(", ").append(Phrases.elapsed(attempt.waited())).append(" of it waiting for its children");
        }
        if (attempt.reason() != null) {
            line.append(": ").append(attempt.reason());
        }
        Note note = attempt.ended() ? null : note(member, attempt.number());
        return Phrases.line(line + (note == null ? "" : ": " + note));
    }

    private Note note(Member member, int attempt) throws IOException {
        return new Notes(invocation.disk())
                .newest(member.sighting().folder().attempt(attempt).notes());
    }

    private static String outcome(AttemptRecord attempt) {
        if (attempt.ended()) {
            return attempt.outcome().name().toLowerCase(Locale.ROOT);
        }
        return attempt.stop() == null ? "at work" : "being stopped";
    }

    private String at(Instant when) {
        return when == null ? "        " : clock.format(when);
    }
}
