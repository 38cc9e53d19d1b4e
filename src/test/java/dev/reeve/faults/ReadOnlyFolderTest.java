package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One folder of the workspace can't be written for a while: it is named, what can go on goes on, nothing is lost. */
class ReadOnlyFolderTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /**
     * @param name the folder
     * @param slug who goes on meanwhile, if anybody can
     * @param state how far
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "queue,        gated, DONE",
        "running,      other, QUEUE",
        "done,         fail,  FAILED",
        "agents/quick, other, DONE",
        "state,        other, DONE",
        "logs,         ,",
    })
    void isNamedAndCostsNothing(String name, String slug, State state) throws IOException {
        try (FaultWorkspace live = workspace()) {
            live.settings("limits: {max_concurrent: 9}\ngroups: {paced: {concurrency: 9, per_hour: 1000}}\n")
                    .agent("quick", "", "echo quick\n")
                    .agent("other", "", "echo other\n")
                    .agent("fail", "retries: 0\n", "exit 1\n")
                    .agent("gated", "", "until [ -e \"$BESIDE/gate\" ]; do sleep 0.02; done\n");
            JavaProcess supervisor = live.up();
            live.drop("gated", "gated.md", "gated");
            live.until("it is not at work", () -> live.ran().size() == 1);
            live.drop("other", "first.md", "first");
            assertEquals("other", live.result("first"));

            try (ReadOnly closed = new ReadOnly(live.workspace.root().resolve(name))) {
                live.drop("quick", "quick.md", "---\ngroup: paced\n---\nquick");
                live.drop("other", "other.md", "other");
                live.drop("fail", "fail.md", "fail");
                Files.createFile(live.beside("gate"));
                live.until(
                        "STATUS.md does not name " + closed,
                        () -> Files.readString(live.workspace.statusPage()).contains(name + "/"));
                if (slug != null) {
                    live.await(state, slug);
                }
                assertTrue(supervisor.isAlive(), supervisor.lastWords());
            }
            live.await(State.FAILED, "fail");
            for (String done : List.of("gated", "quick", "other")) {
                live.await(State.DONE, done);
            }
            live.until("the problems stay", () -> live.status().get("problems").isEmpty());
            supervisor.kill();
            live.upUntilIdle();
            new Account(live, Set.of(), run -> false).check(Set.of("gated", "first", "quick", "other", "fail"));
            assertEquals(5, live.ran().size());
        }
    }

    /** To root every folder can be written, so that it gives its privileges away first. */
    private FaultWorkspace workspace() throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        List<String> powerless =
                List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all", "--");
        List<String> around = root ? powerless : List.of();
        if (root) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root, and no setpriv on this machine");
        }
        Path ws = folder.toRealPath().resolve("ws");
        return new FaultWorkspace(folder, ws, ws, around);
    }

    /** A folder, the files in it, and the folders of dates, which nobody can write until it is closed. */
    private static final class ReadOnly implements AutoCloseable {

        private static final Set<PosixFilePermission> WRITE = Set.of(
                PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

        private final Path folder;

        ReadOnly(Path folder) throws IOException {
            this.folder = folder;
            change(false);
        }

        private void change(boolean writable) throws IOException {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path path : inside.toList()) {
                    if (Files.isRegularFile(path)
                            || path.getFileName().toString().matches("[0-9-]{10}")) {
                        change(path, writable);
                    }
                }
            }
            change(folder, writable);
        }

        private static void change(Path path, boolean writable) throws IOException {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (writable) {
                permissions.add(PosixFilePermission.OWNER_WRITE);
            } else {
                permissions.removeAll(WRITE);
            }
            Files.setPosixFilePermissions(path, permissions);
        }

        @Override
        public void close() throws IOException {
            change(true);
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }
}
