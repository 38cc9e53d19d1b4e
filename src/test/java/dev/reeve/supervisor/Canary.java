package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;

/** A good task beside the odd ones: it must be done whatever they are. */
final class Canary {

    private Canary() {}

    static void drop(FuzzedWorkspace in, String name) throws IOException {
        in.write("agents/helper/tasks/" + name + ".md", "Sing.\n");
    }

    static void sang(FuzzedWorkspace in, String name) throws IOException {
        for (String date : in.machine.disk.list(in.workspace.state(State.DONE))) {
            Path day = in.workspace.doneOn(date);
            if (!in.machine.disk.stat(day).isFolder()) {
                continue;
            }
            for (String id : in.machine.disk.list(day)) {
                if (TaskId.isOne(id) && TaskId.slugOf(id).equals(name)) {
                    return;
                }
            }
        }
        String tree = String.join("\n", in.tree(in.workspace.root()));
        assertTrue(false, () -> name + " did not sing:\n" + in.workspace + "\n" + tree);
    }
}
