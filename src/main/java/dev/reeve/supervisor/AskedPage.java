package dev.reeve.supervisor;

import dev.reeve.launch.Fence;
import dev.reeve.message.Message;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait.Cause;
import java.util.List;

/** The page of a task about which a person is asked: what, by whom, and how to answer. */
final class AskedPage {

    /** As much of it as one reads on a page. */
    private static final int MOST = 8 << 10;

    private final TaskRecord record;
    private final StringBuilder page = new StringBuilder();

    private AskedPage(TaskRecord record) {
        this.record = record;
    }

    /** @param messages that came with the task */
    static Why of(List<Message> messages) {
        return record -> new AskedPage(record).write(messages);
    }

    private String write(List<Message> messages) {
        page.append("# Held: ").append(record.label()).append("\n\n");
        boolean approval = record.question() == Cause.APPROVAL;
        page.append(approval ? "A person must say yes before agent `" : "`").append(record.agent());
        page.append(approval ? "` begins this" : "` is asked to do this");
        if (record.waitsFor().until() != null) {
            page.append(", until ").append(record.waitsFor().until());
        }
        page.append(". It was asked for by ").append(record.requestedBy());
        if (record.kin() != null) {
            page.append(", for task `").append(record.kin().parent()).append('`');
        }
        page.append(".\n\n");
        quote(record.spec().text(), "task.* here has all of it");
        for (Message message : messages) {
            page.append("From ").append(message.from()).append(":\n\n");
            quote(message.text(), "the inbox has all of it");
        }
        Gate.Round refused = record.gate() == null ? null : record.gate().lastRefused();
        if (refused != null) {
            page.append("The answer of attempt ").append(refused.attempt());
            page.append(" was sent back; ").append(refused.folder()).append(" here says why.\n\n");
        }
        page.append(approval ? toApprove() : Door.isReview(record.door()) ? toReview() : toAnswer());
        return page.toString();
    }

    /** Indented, it can't be taken for words of this page. */
    private void quote(String text, String rest) {
        String shown = Fence.excerpt(text, MOST);
        page.append(shown.indent(4)).append('\n');
        if (shown.length() < text.length()) {
            page.append("(").append(rest).append(".)\n\n");
        }
    }

    private String toApprove() {
        return """
                Yes:         reeve answer %1$s yes             (or: mv held/%1$s queue/)
                No:          reeve answer %1$s no "REASON"     (or: mv held/%1$s failed/)
                Cancel it:   rm -r held/%1$s

                A file answer.md here that begins with yes or no does the same. What follows yes, its agent is told.
                """.formatted(record.id());
    }

    private String toReview() {
        return """
                Accept it:   reeve answer %1$s yes              (or: mv held/%1$s queue/)
                Send back:   reeve answer %1$s no "WHAT TO MEND"     (or: mv held/%1$s failed/)

                A file answer.md here that begins with yes or no does the same.
                """.formatted(record.id());
    }

    private String toAnswer() {
        return """
                Answer:      reeve answer %1$s "TEXT"     (or: write answer.md into held/%1$s/)
                Say yes:     reeve answer %1$s yes        (or: mv held/%1$s queue/)
                Won't do:    reeve kill %1$s              (or: mv held/%1$s failed/)
                Cancel it:   rm -r held/%1$s

                The answer is the result of this task.
                """.formatted(record.id());
    }
}
