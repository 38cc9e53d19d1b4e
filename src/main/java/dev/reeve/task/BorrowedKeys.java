package dev.reeve.task;

import dev.reeve.text.Form;
import dev.reeve.text.Node;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import java.time.ZoneOffset;
import java.util.List;

/** The keys of a task, where they stand in another file beside keys of its own. */
public final class BorrowedKeys {

    private BorrowedKeys() {}

    /** To be added to. */
    public static Form form() {
        return TaskKeys.common();
    }

    public static boolean isOne(String key) {
        return TaskKeys.FRONT_MATTER.has(key);
    }

    /** What is wrong with their values goes to the report. */
    public static void check(List<Node.Entry> entries, Report report) {
        // of a time without a zone it is only looked whether it is one
        TaskKeys.spec("", TaskKeys.FRONT_MATTER.read(new Node.Mapping(entries, Place.WHOLE), report), ZoneOffset.UTC);
    }
}
