package dev.reeve.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.Programs;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.RealProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worktrees of a real repository: made, made again after every cut, and taken away without a loss. */
class WorktreesTest {

    private static final String ID = "20261120-140211-k3f9-mend";

    @TempDir
    Path folder;

    private ARepository repository;
    private Git git;
    private Worktrees worktrees;
    private Tree planned;

    @BeforeEach
    void begin() throws Exception {
        repository = ARepository.in(folder.resolve("shop"));
        git = git(System.getenv("PATH"));
        worktrees = new Worktrees(git, new Durable(new RealDisk(), new AtomicLong()::incrementAndGet));
        planned = Tree.planned(
                ID, found(), folder.toRealPath().resolve("work").resolve(ID), "reeve/mend", found().head());
    }

    private Git git(String path) throws IOException {
        return new Git(
                RealProcesses.ofThisMachine(),
                Programs.ofThisMachine(),
                Map.of("PATH", path, "HOME", folder.toString()));
    }

    private Repository found() throws GitTrouble {
        return Repository.at(repository.top(), git);
    }

    private String inTree(String... words) throws IOException {
        return ARepository.gitIn(planned.directory(), words);
    }

    private void commitInTree(String name) throws IOException {
        Files.writeString(planned.directory().resolve(name), name);
        inTree("add", name);
        inTree("commit", "--quiet", "--message", name);
    }

    private void assertWhole(Tree tree) throws IOException {
        assertTrue(tree.isMade());
        assertEquals("once\n", Files.readString(planned.directory().resolve("story.txt")));
        assertEquals("", inTree("status", "--porcelain"));
        assertEquals("reeve/mend", inTree("rev-parse", "--abbrev-ref", "HEAD"));
        assertEquals(List.of("main", "reeve/mend"), repository.branches());
    }

    @Test
    void makingThatWasCutOffAnywhereIsRepeated() throws Exception {
        assertWhole(worktrees.make(planned));
        assertWhole(worktrees.make(planned));

        String path = planned.directory().toString();
        repository.git("worktree", "remove", path);
        assertWhole(worktrees.make(planned));

        repository.git("worktree", "remove", path);
        repository.git("worktree", "add", "--quiet", "--no-checkout", path, "reeve/mend");
        assertWhole(worktrees.make(planned));

        // where git was killed between its own first steps
        ARepository.gitIn(folder, "-C", path, "rev-parse");
        Files.delete(planned.directory().resolve("story.txt"));
        Files.delete(planned.directory().resolve(".git"));
        assertWhole(worktrees.make(planned));

        new ProcessBuilder("rm", "-rf", path).start().onExit().join();
        assertWhole(worktrees.make(planned));
        assertEquals(2, repository.git("worktree", "list").lines().count());
    }

    @Test
    void whatIsMergedIsTakenAwayWithItsBranch() throws Exception {
        Tree made = worktrees.make(planned);
        commitInTree("new.txt");
        repository.git("merge", "--quiet", "reeve/mend");
        assertEquals(Optional.empty(), worktrees.takeAway(made));
        assertFalse(Files.exists(planned.directory()));
        assertEquals(List.of("main"), repository.branches());
        assertEquals(Optional.empty(), worktrees.takeAway(made), "it can be repeated");
    }

    @Test
    void whatWouldBeLostIsKept() throws Exception {
        Tree made = worktrees.make(planned);
        Path draft = Files.writeString(planned.directory().resolve("draft.txt"), "…");
        assertEquals(Optional.of("it has uncommitted changes"), worktrees.takeAway(made));
        assertTrue(Files.exists(draft));

        Files.delete(draft);
        commitInTree("new.txt");
        String unmerged = "its branch reeve/mend has commits that are merged nowhere";
        assertEquals(Optional.of(unmerged), worktrees.takeAway(made));
        // another worktree's branch may be taken away as well
        repository.git("branch", "reeve/other", "reeve/mend");
        assertEquals(Optional.of(unmerged), worktrees.takeAway(made));
        inTree("checkout", "--quiet", "--detach");
        commitInTree("loose.txt");
        repository.git("merge", "--quiet", "reeve/mend");
        assertEquals(Optional.of(unmerged), worktrees.takeAway(made), "its own commit is on no branch");
        assertTrue(Files.exists(planned.directory().resolve("loose.txt")));
    }

    @Test
    void aFolderThatSomebodyRemovedCostsNoCommits() throws Exception {
        Tree made = worktrees.make(planned);
        commitInTree("new.txt");
        new ProcessBuilder("rm", "-rf", planned.directory().toString())
                .start()
                .onExit()
                .join();
        assertTrue(worktrees.takeAway(made).orElse("").contains("merged nowhere"));
        worktrees.make(made.unmade());
        assertTrue(Files.exists(planned.directory().resolve("new.txt")));
    }

    @Test
    void nothingOfTheRepositorysOwnIsRun() throws Exception {
        Path ran = folder.resolve("ran");
        Path trap = Files.writeString(folder.resolve("trap"), "#!/bin/sh\necho $0 >> " + ran + "\ncat\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwx------"));
        repository.write(".gitattributes", "*.txt filter=trap\n").commit("attributes");
        for (String way : List.of("smudge", "clean")) {
            repository.git("config", "filter.trap." + way, trap.toString());
        }
        repository.git("config", "filter.trap.required", "true");
        repository.git("config", "core.fsmonitor", trap.toString());
        for (String hook : List.of("post-checkout", "reference-transaction")) {
            Files.copy(
                    trap,
                    repository.top().resolve(".git/hooks/" + hook),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        Tree made = worktrees.make(Tree.planned(ID, found(), planned.directory(), "reeve/mend", found().head()));
        Files.writeString(planned.directory().resolve("story.txt"), "once again\n");
        // an agent's own configuration, in the place of the repository's
        Path own = Files.createDirectories(folder.resolve("own"));
        ARepository.gitIn(own, "init", "--quiet");
        ARepository.gitIn(own, "config", "core.fsmonitor", trap.toString());
        Files.writeString(planned.directory().resolve(".git"), "gitdir: " + own.resolve(".git") + "\n");
        Files.writeString(made.gitDir().resolve("commondir"), own.resolve(".git") + "\n");
        worktrees.takeAway(made);
        assertFalse(Files.exists(ran), () -> "git ran something outside of any sandbox: " + ran);
        assertTrue(Files.exists(planned.directory().resolve("story.txt")));
    }

    @Test
    void branchesAreNumberedWhereTheyAreTaken() throws Exception {
        assertEquals("reeve/mend", worktrees.freeBranch(found(), "mend", Set.of()));
        repository.git("branch", "reeve/mend");
        assertEquals("reeve/mend-3", worktrees.freeBranch(found(), "mend", Set.of("reeve/mend-2")));
    }

    @Test
    void whatIsNoRepositoryToWorkOnIsToldWithWhatToDo() throws Exception {
        assertTrouble(folder, "is in no git repository");
        Path bare = folder.resolve("bare.git");
        repository.git("clone", "--quiet", "--bare", ".", bare.toString());
        assertTrouble(bare, "is a bare git repository");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ARepository.gitIn(empty, "init", "--quiet");
        assertTrouble(empty, "has no commit that a worktree could begin from");
        assertTrouble(folder.resolve("nowhere"), "nowhere");
        GitTrouble none = assertThrows(GitTrouble.class, () -> Repository.at(repository.top(), git("/nowhere")));
        assertTrue(none.getMessage().contains("install git"), none.getMessage());
    }

    private void assertTrouble(Path where, String words) {
        GitTrouble trouble = assertThrows(GitTrouble.class, () -> Repository.at(where, git));
        assertTrue(trouble.getMessage().contains(words), trouble.getMessage());
    }

    @Test
    void whatIsWrittenDownOfOneIsReadAgain() throws Exception {
        Tree tree = planned.usedBy(ID, ID).keptFor("it has uncommitted changes");
        Durable durable = new Durable(new RealDisk(), new AtomicLong()::incrementAndGet);
        Path file = folder.resolve("tree.json");
        durable.replace(file, tree.bytes());
        assertEquals(tree, Tree.read(durable, file));
        Files.writeString(file, "{\"id\":\"../x\"}");
        assertEquals(null, Tree.read(durable, file));
    }
}
