package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.repository.Git;
import dev.reeve.repository.GitTrouble;
import dev.reeve.repository.Repository;
import dev.reeve.repository.Tree;
import dev.reeve.repository.Worktrees;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The git worktrees that tasks work in. The steps are in {@code docs/life-of-a-task.md} under "Make a worktree": what is
 * written down of one comes before it, so that no crash leaves one that nobody knows.
 */
final class Trees {

    /** How long a start waits for git. What takes longer goes on beside the loop, and its task waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final Kit kit;
    private final Git git;
    private final Worktrees worktrees;
    private final TreeList list;
    private final Conversation conversation;
    private final Beside beside;
    private final TreeTidying tidying;
    private final Map<String, Beside.Job<Tree, GitTrouble>> making = new HashMap<>();

    Trees(Kit kit, World world, TreeList list, Conversation conversation, Finder finder, Ledger ledger, Beside beside) {
        this.kit = kit;
        this.git = new Git(kit.processes(), world.programs(), world.environment());
        this.worktrees = new Worktrees(git, kit.durable());
        this.list = list;
        this.conversation = conversation;
        this.beside = beside;
        this.tidying = new TreeTidying(kit, list, worktrees, this::isMaking, finder, ledger, beside);
    }

    static boolean wanted(Boolean asked, AgentConfig agent) {
        return asked != null ? asked : agent.confinement().worktree();
    }

    /**
     * The worktree of a task, made if it is not there.
     *
     * @return null if it wants none
     * @throws Unready if it can't be made, or not yet
     */
    Tree of(TaskRecord record, AgentConfig agent) throws IOException, Unready {
        if (!wanted(record.spec().bounds().worktree(), agent)) {
            return null;
        }
        String first = conversation.first(record);
        String id = first == null ? record.id() : first;
        try {
            if (tidying.isAt(id)) {
                throw notYet();
            }
            if (making.containsKey(id)) {
                made(id);
            }
            Tree tree = list.get(id);
            if (tree == null) {
                tree = plan(id, record, agent);
            } else if (tree.isMade() && !kit.durable().exists(tree.directory().resolve(".git"))) {
                tree = tree.unmade();
            }
            tree = tree.usedBy(record.id(), record.root()).keptFor(null);
            list.write(tree);
            return tree.isMade() ? tree : make(tree);
        } catch (GitTrouble e) {
            throw new Unready(Cause.WORKTREE, e.getMessage(), TRY_AGAIN);
        }
    }

    private Tree plan(String id, TaskRecord record, AgentConfig agent) throws IOException, GitTrouble {
        Repository repository = repository(record, agent);
        Set<String> promised = list.all().stream().map(Tree::branch).collect(Collectors.toSet());
        String slug = TaskId.slug(record.label());
        return Tree.planned(
                id,
                repository,
                kit.workspace().agent(agent.name()).work().resolve(id),
                worktrees.freeBranch(repository, slug, promised),
                base(record, repository));
    }

    private Repository repository(TaskRecord record, AgentConfig agent) throws GitTrouble {
        String named = record.spec().cwd() != null ? record.spec().cwd() : agent.cwd();
        if (named == null) {
            throw new GitTrouble("agent " + agent.name() + " works in git worktrees (`worktree: true`), and neither its"
                    + " agent.yaml nor the task names a repository. Name a folder of one in `cwd`");
        }
        Path directory = kit.team().get().directories().of(named);
        Repository repository = Repository.at(directory, git);
        String beyond = new TreeBounds(kit).beyond(record, agent, repository);
        if (beyond != null) {
            throw new GitTrouble(beyond);
        }
        return repository;
    }

    /** A child begins where its parent is. */
    private String base(TaskRecord record, Repository repository) throws GitTrouble {
        Tree parent = record.kin() == null ? null : list.usedBy(record.kin().parent());
        String tip = parent == null || !parent.common().equals(repository.common())
                ? null
                : worktrees.tip(parent.common(), parent.branch());
        return tip == null ? repository.head() : tip;
    }

    private Tree make(Tree tree) throws IOException, GitTrouble, Unready {
        Beside.Job<Tree, GitTrouble> job = beside.begin(() -> worktrees.make(tree));
        making.put(tree.id(), job);
        try {
            job.future().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // what came of it is taken below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return made(tree.id());
    }

    private Tree made(String id) throws IOException, GitTrouble, Unready {
        Beside.Job<Tree, GitTrouble> job = making.get(id);
        if (!job.isDone()) {
            throw notYet();
        }
        making.remove(id);
        Tree made = job.result();
        // others may work in it by now
        list.write(list.get(id).madeAt(made.gitDir()));
        return list.get(id);
    }

    /** True while git is at work for it beside the loop. */
    boolean isMaking(String id) {
        Beside.Job<Tree, GitTrouble> job = making.get(id);
        return job != null && !job.isDone();
    }

    /** Takes away those that nobody needs any more. */
    void tidy() {
        tidying.tidy();
    }

    /** True while one is looked at, or about to be, because its tasks have ended. */
    boolean isTidying() {
        return tidying.isAtAny();
    }

    private static Unready notYet() {
        return new Unready(Cause.WORKTREE, "git is at work on its worktree", LOOK_AGAIN);
    }
}
