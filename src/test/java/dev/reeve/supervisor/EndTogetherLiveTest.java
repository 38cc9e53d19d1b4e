package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks and who answers end in one turn of the loop, in whatever order that takes them. */
class EndTogetherLiveTest {

    /** Each of them has an order of its own. */
    private static final int PAIRS = 6;

    @TempDir
    Path folder;

    @Test
    void noAnswerIsLeftWithATaskThatHasEnded() throws Exception {
        Halted disk = new Halted();
        try (LiveWorkspace live =
                new LiveWorkspace(folder, disk).settings("limits: {max_concurrent: " + 3 * PAIRS + "}\n")) {
            for (int i = 0; i < PAIRS; i++) {
                live.agent("asker" + i, "", """
                        grep -q '^Result from' $REEVE_PROMPT && exit 0
                        printf '{"to":"knower%d","message":"How many?"}' > $REEVE_SEND/.q
                        mv $REEVE_SEND/.q $REEVE_SEND/q.json
                        until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.02; done
                        """.formatted(i));
                live.agent("knower" + i, "", """
                        touch $REEVE_WORKSPACE/$REEVE_AGENT
                        until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.02; done
                        echo forty-two
                        """);
            }
            live.start();
            for (int i = 0; i < PAIRS; i++) {
                live.drop("asker" + i, "ask" + i + ".md", "Ask.\n");
            }
            for (int i = 0; i < PAIRS; i++) {
                live.awaitFile("knower" + i);
            }
            disk.halted = true;
            Files.createFile(live.workspace.root().resolve("go"));
            live.until("not all have ended", () -> ended(live) == 2 * PAIRS);
            disk.halted = false;
            for (int i = 0; i < PAIRS; i++) {
                Path inbox = live.workspace.agent("asker" + i).inbox();
                live.until(
                        "no answer has come to asker" + i,
                        () -> Files.exists(inbox) && Files.readString(inbox).contains("forty-two"));
                live.await(State.DONE, "ask" + i);
            }
            assertEquals(0, live.all(State.FAILED, "messages").size());
        }
    }

    private static int ended(LiveWorkspace live) throws IOException {
        int ended = 0;
        try (var tasks = Files.list(live.workspace.state(State.RUNNING))) {
            for (Path task : tasks.toList()) {
                Path exit = new TaskFolder(task).attempt(1).exit();
                ended += Files.exists(exit) && Files.readString(exit).endsWith("\n") ? 1 : 0;
            }
        }
        return ended;
    }

    /** Keeps the loop waiting where it looks for STOP, while nobody waits for it. */
    private static final class Halted extends DelegatingDisk {

        private volatile boolean halted;

        Halted() {
            super(new RealDisk());
        }

        @Override
        public Stat stat(Path path) throws IOException {
            while (halted && path.endsWith("STOP")) {
                LockSupport.parkNanos(1_000_000);
            }
            return super.stat(path);
        }
    }
}
