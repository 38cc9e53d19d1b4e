package dev.reeve.cli.look;

import dev.reeve.cli.tree.ChildrenTable;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.Note;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.Where;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is going on, at one look. Each list shows the first few of what there is.
 *
 * @param supervisor null if none is alive
 * @param published what a living supervisor says in status.json; null if there is none, or it says nothing
 * @param stop the words in the file STOP; null if it is not there
 * @param dropped how many things lie in the doors
 * @param done empty unless what ended lately was asked for
 */
record StatusReport(
        Instant now,
        String workspace,
        SupervisorFile supervisor,
        ObjectNode published,
        String stop,
        int dropped,
        Listing running,
        Listing queued,
        Listing waiting,
        Listing held,
        Listing failed,
        Listing done) {

    /**
     * @param count how many there are, of which {@code shown} are the first
     * @param whole false if there may be more: not all were looked at
     */
    record Listing(int count, List<Entry> shown, boolean whole) {

        static final Listing EMPTY = new Listing(0, List.of(), true);

        int more() {
            return count - shown.size();
        }
    }

    /**
     * @param record null if there is none that can be read
     * @param published the line about it in status.json; null if there is none
     * @param where its folder is
     * @param note what an attempt at work has announced last; null if it has announced nothing
     */
    record Entry(String id, TaskRecord record, ObjectNode published, Where where, Note note) {

        String agent() {
            return record == null ? null : record.agent();
        }

        /** As in {@code degraded, 45/50}; null if it asked for nothing, or has not ended. */
        String harvest() {
            return record == null || record.harvest() == null ? null : ChildrenTable.words(record.harvest());
        }

        String why() {
            return record == null ? null : record.why();
        }
    }
}
