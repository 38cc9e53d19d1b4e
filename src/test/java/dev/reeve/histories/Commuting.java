package dev.reeve.histories;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Steps that may change places with those beside them, each with the reason for which nobody can notice. */
final class Commuting {

    private static final Map<Pattern, String> REASONS = new LinkedHashMap<>();

    static {
        because(
                "it tells of the moment, and is written anew",
                "status\\.json",
                "STATUS\\.md",
                "supervisor\\.json",
                "shim-");
        because(
                "a copy of what the audit log has, or statistics: no promise is about it",
                "log\\.jsonl",
                "history\\.jsonl");
        because("a link that may be one task old", "replace last");
        because("the same step of two tasks", "(.+), then \\1");
        because(
                "an attempt's files serve its process, which comes after the record and the move",
                "make (command\\.json|prompt\\.md|stdout\\.log|stderr\\.log), then make .*",
                "make stderr\\.log, then add to the audit log",
                ".*, then make command\\.json");
        because(
                "contents of one step: all of them come before the record that tells of them",
                "(replace result\\.md|replace report\\.txt|move out to out), then (replace report\\.txt|move out to out|replace why\\.md|add to the audit log)",
                "add to the audit log, then replace (why|result)\\.md",
                "replace breakers\\.json, then .*");
        because(
                "a line that comes early is told again with the same id, when its step is done again",
                "move the staging folder to the task in queue, then add to the audit log",
                "move what is in the door to what was dropped, then add to the audit log");
        because(
                "steps of two tasks, or of two turns' worth of one: the later begins anew from the folders",
                "move the task in .*, then move the task in .*",
                "move the task in .*, then (replace record\\.json|add to the audit log)",
                "replace record\\.json, then start the shim",
                "move the staging folder to the task in queue, then replace rates\\.json");
        because(
                "the second can't come first: it acts on what the first has moved",
                "move what is in the door to what was dropped, then move what was dropped .*");
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
