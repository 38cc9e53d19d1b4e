package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.confine.Sandboxes;
import dev.reeve.files.Programs;
import dev.reeve.launch.RealProcesses;
import dev.reeve.repository.ARepository;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents on a real git repository, each task in a worktree of its own. */
class WorktreesLiveTest extends AgentsLive {

    private static final String COMMIT = "git -c user.name=A -c user.email=a@example.org commit --quiet -m work";

    private ARepository repository;

    @BeforeEach
    void begin() throws Exception {
        repository = ARepository.in(folder.resolve("shop"));
    }

    private String keys(String more) {
        return "retries: 0\nworktree: true\ncwd: " + repository.top() + "\n" + more;
    }

    private static void untilNoneIsLeft(LiveWorkspace live) {
        live.until("a worktree is left", () -> names(live.workspace.worktrees()).isEmpty());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static long told(LiveWorkspace live, String words) throws IOException {
        long count = 0;
        for (String log : names(live.workspace.logs())) {
            count += Files.readAllLines(live.workspace.logs().resolve(log)).stream()
                    .filter(line -> log.startsWith("audit-") && line.contains(words))
                    .count();
        }
        return count;
    }

    @Test
    void twoTasksWorkSideBySideAndWhatIsMergedGoes() throws Exception {
        try (LiveWorkspace live = live()) {
            String meet = """
                    touch $REEVE_WORKSPACE/at-$REEVE_AGENT
                    until [ -e $REEVE_WORKSPACE/at-OTHER ]; do sleep 0.05; done
                    echo $REEVE_AGENT > $REEVE_AGENT.txt && git add . && COMMIT
                    echo $REEVE_BRANCH $(git rev-parse --abbrev-ref HEAD) $PWD
                    """.replace("COMMIT", COMMIT);
            live.agent("one", keys(""), meet.replace("OTHER", "two"));
            live.agent("two", keys(""), meet.replace("OTHER", "one"));
            live.start();
            live.drop("one", "mend.md", "Do it.");
            live.awaitFile("at-one");
            live.drop("two", "mend.md", "Do it.");
            live.until("they did not end", () -> live.all(State.DONE, "mend").size() == 2);
            assertEquals(List.of("main", "reeve/mend", "reeve/mend-2"), repository.branches());
            assertEquals("one.txt\nstory.txt", repository.git("ls-tree", "--name-only", "reeve/mend"));
            assertEquals("story.txt\ntwo.txt", repository.git("ls-tree", "--name-only", "reeve/mend-2"));
            live.until("nobody says why they are kept", () -> told(live, "is kept: its branch reeve/mend") == 2);

            repository.git("merge", "--quiet", "reeve/mend");
            repository.git("-c", "user.name=A", "merge", "--quiet", "-m", "both", "reeve/mend-2");
            live.pass(Duration.ofMinutes(11));
            untilNoneIsLeft(live);
            assertEquals(List.of("main"), repository.branches());
            assertEquals(1, repository.git("worktree", "list").lines().count());
        }
    }

    @Test
    void allThatBelongsToATaskIsInOneWorktree() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("coder", keys("").replace("retries: 0", "retries: 1\nbackoff: 10ms"), """
                    echo $REEVE_ATTEMPT $(basename $PWD) >> tries.txt
                    [ $REEVE_ATTEMPT -gt 1 ] || exit 1
                    cat tries.txt
                    """);
            live.start();
            live.drop("coder", "mend.md", "---\nverify: test -s tries.txt\n---\nDo it.");
            String id = live.await(State.DONE, "mend").id();
            assertEquals("1 " + id + "\n2 " + id, live.result("mend"));
            Path tree = live.workspace.agent("coder").work().resolve(id);
            assertTrue(Files.exists(tree.resolve("tries.txt")), "what was not committed is kept");
            assertFalse(Files.exists(repository.top().resolve("tries.txt")));

            live.drop("coder", "again.md", "---\nsession: " + id + "\n---\nGo on.");
            live.await(State.DONE, "again");
            assertTrue(live.result("again").startsWith("1 " + id + "\n2 " + id), live.result("again"));
        }
    }

    @Test
    void whereNothingWasDoneNothingIsLeft() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("coder", keys(""), "cat story.txt\n");
            live.drop("coder", "look.md", "Look.");
            live.start(Until.IDLE);
            assertEquals("once", live.result("look"));
            assertEquals(null, live.ended());
            untilNoneIsLeft(live);
            assertEquals(List.of("main"), repository.branches());
            assertEquals(List.of(), names(live.workspace.agent("coder").work()));
        }
    }

    @Test
    void aChildBeginsWhereItsParentIs() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("coder", keys(""), """
                    echo twice > story.txt && git add . && COMMIT
                    printf 'agent: tester\\ntask: Test it.\\n' > $REEVE_SPAWN/test.yaml
                    echo asked
                    """.replace("COMMIT", COMMIT));
            live.agent("tester", keys(""), "cat story.txt; echo $REEVE_BRANCH\n");
            live.start();
            live.drop("coder", "mend.md", "Do it.");
            assertEquals("twice\nreeve/test", live.result("test"));
        }
    }

    @Test
    void aTaskWaitsUntilThereIsARepository() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        try (LiveWorkspace live = live()) {
            live.agent("coder", "worktree: true\ncwd: " + plain + "\n", "cat story.txt\n");
            live.start();
            live.drop("coder", "mend.md", "Do it.");
            live.why(State.WAITING, "mend", "is in no git repository", "take out `worktree: true`");
            assertEquals(
                    "worktree",
                    record(live.find(State.WAITING, "mend"))
                            .get("wait")
                            .get("cause")
                            .asString());
            ARepository.in(plain);
            live.pass(Duration.ofMinutes(2));
            assertEquals("once", live.result("mend"));
        }
    }

    @Test
    void aTaskCanNotLeaveTheWorktreesOfItsAgent() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("coder", keys(""), "pwd\n");
            live.agent("other", "", "pwd\n");
            live.start();
            live.drop("coder", "out.md", "---\nworktree: false\n---\nDo it.");
            live.drop("other", "where.md", "---\nworktree: true\n---\nDo it.");
            String out = Files.readString(live.rejected("out.md").resolve("why.md"));
            assertTrue(out.contains("out.md:2:1: agent `coder` works in git worktrees alone"), out);
            String where = Files.readString(live.rejected("where.md").resolve("why.md"));
            assertTrue(where.contains("where.md:2:1: nobody says of which repository"), where);
        }
    }

    @Test
    void insideOfASandboxItCanCommitAndNoMore() throws Exception {
        String why = new Sandboxes(
                        RealProcesses.ofThisMachine(), Programs.ofThisMachine(), System.getenv("PATH"), false)
                .whyNot(true, Instant.now());
        assumeTrue(why == null, "no sandbox can be made here: " + why);
        repository.write("secret.txt", "untold\n");
        Path elsewhere = ARepository.in(folder.resolve("elsewhere")).top();
        try (LiveWorkspace live = live()) {
            live.agent("coder", keys("sandbox: require\n"), """
                    echo twice > story.txt && git add . && COMMIT && git rev-parse --abbrev-ref HEAD
                    cat TOP/secret.txt 2>&1
                    git config core.fsmonitor /bin/false 2>/dev/null && echo changed
                    touch TOP/.git/hooks/pre-commit 2>/dev/null && echo hooked
                    true
                    """.replace("COMMIT", COMMIT)
                    .replace("TOP", repository.top().toString()));
            live.start();
            live.drop("coder", "mend.md", "Do it.");
            String seen = live.result("mend");
            assertTrue(seen.startsWith("reeve/mend\n"), seen);
            assertFalse(seen.contains("untold") || seen.contains("changed") || seen.contains("hooked"), seen);
            assertEquals("twice", repository.git("show", "reeve/mend:story.txt"));

            // a folder of its own that leads to what it was never given
            Path trap =
                    Files.createDirectories(live.workspace.agent("coder").path().resolve("trap"));
            Files.writeString(trap.resolve(".git"), "gitdir: " + elsewhere.resolve(".git") + "\n");
            live.drop("coder", "trap.md", "---\ncwd: " + trap + "\n---\nDo it.");
            live.why(State.WAITING, "trap", "/.git leads to " + elsewhere, "get out of its sandbox");
            assertEquals(List.of("main"), new ARepository(elsewhere).branches());
        }
    }
}
