package dev.reeve.program;

import dev.reeve.task.Strand;
import dev.reeve.task.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes sense of a program's events, one after the other. */
final class Hearing {

    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ID = 200;
    private static final long LONGEST_PAUSE = 86_400;
    private static final int MOST_NOTES = 5;

    private final Output output;
    private final Amounts amounts;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean hasText;
    private Told.End end;
    private String reason;
    private String conversation;
    private String model;
    private int denied;
    private String retrying;
    private Duration pause;
    private int limits;
    private boolean forgotten;

    Hearing(Output output) {
        this.output = output;
        this.amounts = new Amounts(output.counting());
    }

    /** Something was told on standard output. */
    void event(JsonNode event) {
        // whatever comes after a retry tells that it is over
        retrying = null;
        pause = null;
        obey(event);
    }

    /** A line that is no event, as an event of its own. */
    void line(JsonNode line) {
        obey(line);
    }

    void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(note);
        }
    }

    private void obey(JsonNode event) {
        Duration before = pause;
        pause = null;
        for (Rule rule : output.rules()) {
            if (rule.isAbout(event)) {
                obey(rule, event);
            }
        }
        if (pause == null) {
            pause = before;
        } else {
            limits++;
        }
    }

    private void obey(Rule rule, JsonNode event) {
        for (Map.Entry<Taking, List<Way>> take : rule.takes().entrySet()) {
            take(take.getKey(), take.getValue(), event);
        }
        if (rule.retrying() != null) {
            retrying = rule.retrying().of(event);
        }
        forgotten |= rule.forgotten();
        if (rule.end() != null) {
            end = rule.end();
        }
    }

    private void take(Taking taking, List<Way> ways, JsonNode event) {
        List<JsonNode> there =
                ways.stream().flatMap(way -> way.in(event).stream()).toList();
        if (taking.isAmount()) {
            String wrong = amounts.take(taking, there);
            if (wrong != null) {
                note(wrong);
            }
            return;
        }
        if (taking == Taking.PAUSE) {
            pause = there.isEmpty() ? Duration.ZERO : pause(there.get(0));
            return;
        }
        if (there.isEmpty()) {
            return;
        }
        JsonNode first = there.get(0);
        switch (taking) {
            case DENIED -> denied = first.isArray() ? first.size() : denied + 1;
            case TEXT -> {
                text.setLength(0);
                add(first);
            }
            case ADD -> there.forEach(this::add);
            case CONVERSATION -> {
                String id = word(first, LONGEST_ID, null);
                conversation = Strand.isId(id) ? id : conversation;
            }
            case MODEL -> model = word(first, LONGEST_ID, model);
            case REASON -> reason = word(first, LONGEST_REASON, reason);
            default -> throw new IllegalStateException("nobody takes " + taking);
        }
    }

    private void add(JsonNode node) {
        String more = Plain.text(node.isContainer() ? node.toString() : node.asString());
        hasText = true;
        int room = LONGEST_TEXT - text.length();
        if (more.length() > room) {
            note("its answer is longer than " + (LONGEST_TEXT >> 20)
                    + " MB; what is beyond that is in its output alone");
        }
        text.append(more, 0, Math.min(more.length(), room));
    }

    private static String word(JsonNode node, int longest, String before) {
        String word = node.isContainer() ? "" : Plain.line(node.asString(), longest);
        return word.isEmpty() ? before : word;
    }

    private static Duration pause(JsonNode seconds) {
        double told = seconds.isNumber() ? seconds.asDouble() : 0;
        return Duration.ofMillis(Math.round(Math.min(LONGEST_PAUSE, Math.max(0, told)) * 1000));
    }

    /**
     * @param otherwise why it failed, in what it printed that is no event, if its events gave no reason
     * @param before what its conversation had taken before this run
     */
    Heard heard(String otherwise, Usage before) {
        Usage total = amounts.usage(model);
        Usage run = output.counting() == Output.Counting.CONVERSATION && before != null
                ? Amounts.since(before, total)
                : total;
        boolean well = end == Told.End.SUCCESS;
        Told told = new Told(
                end,
                hasText ? text.toString() : null,
                well ? null : reason != null ? reason : otherwise,
                conversation,
                total.isNothing() ? new Usage(0, 0, 0, null, model) : run,
                denied,
                end == null ? retrying : null,
                well ? null : pause,
                limits);
        return new Heard(told, total, forgotten, new ArrayList<>(notes));
    }
}
