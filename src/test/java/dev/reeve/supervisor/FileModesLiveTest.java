package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may read what comes to be in a workspace. */
class FileModesLiveTest extends AgentsLive {

    @Test
    void whatReeveMakesIsForItsOwnerAndWhatAgentsMakeIsAsTheySay() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "maker", "", "umask 027; echo done; echo x > $REEVE_OUT/x; mkdir $REEVE_OUT/y");
            run(live, "loser", "", "exit 1");
            live.await(State.FAILED, "loser");
            assertEquals("done", live.result("maker"));
            TaskFolder done = live.await(State.DONE, "maker");
            assertEquals("rw-r-----", mode(done.out().resolve("x")));
            assertEquals("rwxr-x---", mode(done.out().resolve("y")));
            live.stop(false);
            assertEquals(List.of(), open(live.workspace.root(), done));
        }
    }

    /** What others may read, but for what the test and the agent made, and the two files of the shim, which tell nothing. */
    private static List<Path> open(Path root, TaskFolder done) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> root.relativize(path).getNameCount() > 1)
                    .filter(path -> !path.startsWith(done.out().resolve("x"))
                            && !path.startsWith(done.out().resolve("y"))
                            && !path.startsWith(root.resolve("agents"))
                            && !List.of("task.md", "pid", "exit")
                                    .contains(path.getFileName().toString()))
                    .filter(path -> !Files.isSymbolicLink(path) && !mode(path).endsWith("------"))
                    .toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
