package dev.reeve.cli.look;

import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.TaskRecord;
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
        Listing failed) {

    /** @param count how many there are, of which {@code shown} are the first */
    record Listing(int count, List<Entry> shown) {
        int more() {
            return count - shown.size();
        }
    }

    /**
     * @param record null if there is none that can be read
     * @param published the line about it in status.json; null if there is none
     */
    record Entry(String id, TaskRecord record, ObjectNode published) {

        String agent() {
            return record == null ? null : record.agent();
        }

        String why() {
            return record == null ? null : record.why();
        }
    }
}
