package dev.reeve.histories;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Steps that may change places with those beside them, each with the reason for which nobody can notice. */
final class Commuting {

    private static final Map<Pattern, String> REASONS = new LinkedHashMap<>();

    static {
        because(
                "steps of two tasks: neither tells of the other, and what they share is forced after both",
                "^(?!add to the audit log, ).*(?<!replace result\\.md) of another$",
                "add to the audit log, then (add to the audit log|make command\\.json) of another",
                "replace result\\.md, then replace result\\.md of another");
        because(
                "lines about the workspace, each of a thing of its own",
                "add to the audit log, then add to the audit log$",
                "move the rejected folder to the rejected folder, then add to the audit log$");
        because("it serves the shims, and none is started in recovery", "replace the shim's script, then (?!start)");
        because(
                "an attempt's files serve its process, which comes after the record and the move",
                "make (command\\.json|prompt\\.md|stdout\\.log|stderr\\.log), then make .*",
                "make stderr\\.log, then add to the audit log",
                ".*, then make command\\.json");
        because(
                "contents of one step: all of them come before the record that tells of them",
                "(replace result\\.md|replace report\\.txt|move out to out), then (replace report\\.txt|move out to out|replace why\\.md|add to the audit log)",
                "add to the audit log, then replace (why|result)\\.md$",
                "add to inbox\\.jsonl, then replace why\\.md$");
        because(
                "an outcome that a breaker counts twice or not at all breaks no promise",
                "replace breakers\\.json, then .*");
        because(
                "before the claim both mean nothing, and each is forced before it",
                "replace the key, then make record\\.json");
        because(
                "nothing of an attempt follows from a signal before another look at its processes",
                "send CONT, then add to the audit log");
        because(
                "a start that is told or counted early is told again with the same id, or wasted",
                "move the staging folder to the task in queue, then (add to the audit log|replace rates\\.json)",
                "move the task in .*, then add to the audit log");
        because(
                "the second can't come first: it acts on what the first has moved",
                "move what is in the door to what was dropped, then (move what was dropped .*|add to the audit log)");
    }

    private Commuting() {}

    private static void because(String reason, String... patterns) {
        for (String pattern : patterns) {
            REASONS.put(Pattern.compile(pattern), reason);
        }
    }

    /** Why the order of these two does not matter; null if it does. */
    static String why(Swapped.Pair pair) {
        return REASONS.entrySet().stream()
                .filter(reason -> reason.getKey().matcher(pair.toString()).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
