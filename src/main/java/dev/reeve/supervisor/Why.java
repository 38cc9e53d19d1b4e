package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait;
import java.time.Duration;

/** A page of {@code why.md}: why a task is where it is, and what to do. */
@FunctionalInterface
interface Why {

    String page(TaskRecord record);

    static Why waits() {
        return record -> {
            Wait wait = record.waitsFor();
            StringBuilder page = title("Waiting", record);
            page.append(sentence(wait.reason())).append("\n\n");
            if (!wait.on().isEmpty() && wait.cause() == Wait.Cause.AFTER) {
                page.append("It waits for:\n\n");
                wait.on()
                        .forEach(other -> page.append(
                                other.startsWith("?")
                                        ? "- `" + other.substring(1)
                                                + "`: no task with this id or label is known yet (of those that ended, the last 24"
                                                + " hours count)\n"
                                        : "- `" + other + "`\n"));
                page.append('\n');
            }
            lastAttempt(page, record);
            page.append("It goes on by itself");
            page.append(wait.until() == null ? ", as soon as that has ended.\n\n" : " at " + wait.until() + ".\n\n");
            if (wait.cause() == Wait.Cause.BUDGET) {
                page.append("""
                        Nobody can go past a budget. To let it go on now, raise it in agent.yaml or reeve.yaml: that is
                        noticed at once. What was spent:   reeve cost

                        """);
            }
            return page.append("""
                    Don't wait any longer:   reeve release %1$s     (or: mv waiting/%1$s queue/)
                    Give it up:              reeve kill %1$s        (or: mv waiting/%1$s failed/)
                    Cancel it:               rm -r waiting/%1$s
                    """.formatted(record.id())).toString();
        };
    }

    static Why held() {
        return record -> {
            StringBuilder page = title("Held", record);
            page.append(sentence(record.why())).append("\n\n");
            lastAttempt(page, record);
            return page.append("""
                    Only a person can go on:

                    Go on (yes):   reeve release %1$s     (or: mv held/%1$s queue/)
                    Give up (no):  reeve kill %1$s        (or: mv held/%1$s failed/)
                    Cancel it:     rm -r held/%1$s
                    """.formatted(record.id())).toString();
        };
    }

    /**
     * @param output the last lines that its last attempt wrote; empty if there are none
     * @param letters true if it was given messages
     */
    static Why failed(String output, boolean letters) {
        return record -> {
            StringBuilder page = title("Failed", record);
            page.append(sentence(record.why())).append("\n\n");
            lastAttempt(page, record);
            if (!output.isEmpty()) {
                page.append("The last lines of its output:\n\n")
                        .append(output.indent(4))
                        .append('\n');
            }
            if (letters) {
                page.append("The messages that it was given are in messages.jsonl; nobody else is given them.\n\n");
            }
            return page.append("""
                    Nothing more happens to it unless you move it. Mend its task file first if that was the fault; it is read
                    again from zero.

                    Try again:     reeve retry %1$s     (or: mv failed/%1$s queue/)
                    All it wrote:  reeve logs %1$s      (or: ls failed/%1$s/attempts/)
                    Forget it:     rm -r failed/%1$s
                    """.formatted(record.id())).toString();
        };
    }

    private static StringBuilder title(String state, TaskRecord record) {
        return new StringBuilder("# ")
                .append(state)
                .append(": ")
                .append(record.label())
                .append("\n\n");
    }

    private static void lastAttempt(StringBuilder page, TaskRecord record) {
        AttemptRecord last = record.lastAttempt();
        if (last == null || !last.ended()) {
            return;
        }
        page.append("Attempt ")
                .append(last.number())
                .append(" (agent `")
                .append(last.agent())
                .append("`) ");
        switch (last.outcome()) {
            case OK -> page.append("ended well");
            case FAILED -> page.append("failed");
            case TIMEOUT -> page.append("took longer than its timeout and was stopped");
            case IDLE -> page.append("was silent for longer than its idle_timeout and was stopped");
            case LIMITED -> page.append("was asked by its model's side to come back later");
            case LOST -> page.append("vanished without an exit status");
            case KILLED -> page.append("was stopped");
            case NEVER -> page.append("never began");
        }
        if (last.exit() != null) {
            page.append(", exit status ").append(last.exit());
        }
        if (last.startedAt() != null && last.endedAt() != null) {
            page.append(", after ").append(Words.duration(Duration.between(last.startedAt(), last.endedAt())));
        }
        boolean told =
                last.reason() == null || record.why() != null && record.why().contains(last.reason());
        page.append(told ? ".\n\n" : ": " + last.reason() + ".\n\n");
    }

    private static String sentence(String reason) {
        if (reason == null || reason.isEmpty()) {
            return "No reason was noted.";
        }
        String upper = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return upper.endsWith(".") || upper.endsWith("`") || upper.endsWith("\n") ? upper : upper + ".";
    }
}
