package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;

/** The board that the folders alone give. */
final class Boards {

    private Boards() {}

    static Board fresh(Disk disk, Workspace workspace) throws IOException {
        Board board = new Board();
        for (State state : State.values()) {
            for (String name : state.ended() ? java.util.List.<String>of() : disk.list(workspace.state(state))) {
                Where where = Where.in(state);
                TaskRecord record = TaskId.isOne(name) ? TaskRecords.read(disk, where.task(workspace, name)) : null;
                if (record != null) {
                    board.put(Card.of(record, where));
                }
            }
        }
        return board;
    }
}
