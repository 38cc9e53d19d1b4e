package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Until;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The disk fills up just when a task has been moved to {@code running/}, so that its logs, its pid, its claim or its end
 * find no room. Its attempt is not to blame.
 */
class FullAtStartTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "room for {0} small files")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void costsNoAttempt(int smallFiles) throws Exception {
        start(smallFiles, false);
    }

    @Test
    void costsNoAttemptWhereThereIsRoomAgainAtTheNextStep() throws Exception {
        start(0, true);
    }

    private void start(int smallFiles, boolean roomAgain) throws Exception {
        try (Namespace namespace = Namespace.open("--mount");
                SmallDisk small = SmallDisk.mount(namespace, folder.toRealPath().resolve("disk"));
                FaultWorkspace live = new FaultWorkspace(
                        folder, small.seen().resolve("ws"), small.seen().resolve("ws"), namespace.around())) {
            live.agent("mute", "retries: 0\n", "exit 0\n");
            live.drop("mute", "task.md", "Do it.\n");
            FillsUp disk = new FillsUp(small, live.workspace, smallFiles, roomAgain);
            try (Supervisor supervisor = Supervisor.open(live.workspace, RealWorld.on(disk), new Hints())) {
                Thread thread = new Thread(() -> run(supervisor), "supervisor");
                thread.start();
                live.until("the disk does not fill up", () -> disk.filled);
                live.until(
                        "the supervisor does not find it full",
                        () -> disk.refused || live.find(State.DONE, "task") != null);
                small.free();
                TaskFolder done = live.await(State.DONE, "task");
                supervisor.stop(false);
                thread.join();
                assertEquals(1, live.ran().size());
                for (JsonNode attempt : live.json(done.record()).get("attempts")) {
                    String outcome = attempt.get("outcome").asString();
                    assertTrue(outcome.equals("ok") || outcome.equals("never"), attempt::toString);
                }
            }
        }
    }

    private static void run(Supervisor supervisor) {
        try {
            supervisor.run(Until.STOPPED);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real disk that is filled up when the first task has been moved into {@code running/}. */
    private static final class FillsUp extends DelegatingDisk {

        private final SmallDisk small;
        private final Workspace workspace;
        private final int smallFiles;
        private boolean roomAgain;
        private volatile boolean filled;
        private volatile boolean refused;

        FillsUp(SmallDisk small, Workspace workspace, int smallFiles, boolean roomAgain) {
            super(new RealDisk());
            this.small = small;
            this.workspace = workspace;
            this.smallFiles = smallFiles;
            this.roomAgain = roomAgain;
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            super.rename(from, to);
            if (!filled
                    && workspace.state(State.RUNNING).equals(to.getParent())
                    && TaskId.isOne(to.getFileName().toString())) {
                if (smallFiles == 0) {
                    small.fill();
                } else {
                    small.fillBut(smallFiles);
                }
                filled = true;
            }
        }

        @Override
        public void create(Path file, byte[] content) throws IOException {
            write(() -> super.create(file, content));
        }

        @Override
        public void append(Path file, byte[] content) throws IOException {
            write(() -> super.append(file, content));
        }

        private void write(Step step) throws IOException {
            if (filled && roomAgain) {
                roomAgain = false;
                small.free();
            }
            try {
                step.run();
            } catch (IOException e) {
                refused = true;
                throw e;
            }
        }

        private interface Step {
            void run() throws IOException;
        }
    }
}
