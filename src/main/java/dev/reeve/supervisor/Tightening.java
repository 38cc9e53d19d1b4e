package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.confine.Within;
import dev.reeve.task.Permissions;
import dev.reeve.task.Sandbox;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Problem;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A task may shut its agent in more closely than its agent.yaml does, and never less: what asks for more is refused. */
final class Tightening {

    private final Workspace workspace;
    private final Directories directories;
    private final List<String> problems = new ArrayList<>();

    private Tightening(Workspace workspace, Directories directories) {
        this.workspace = workspace;
        this.directories = directories;
    }

    /** @param child true if a task asks for it */
    static List<String> problems(DroppedTask task, String agent, boolean child, Team team, Workspace workspace) {
        Tightening tightening = new Tightening(workspace, team.directories());
        // of one whose file was never understood it is asked again at the start
        AgentConfig config = team.config(agent);
        if (config != null) {
            tightening.checkPermissions(task, config);
            tightening.checkWorktree(task, config);
            if (config.confinement().sandbox() != Sandbox.NONE) {
                tightening.checkSandbox(task, config);
            }
        }
        tightening.problems.addAll(OverBudget.problems(task, agent, child, team));
        return tightening.problems;
    }

    private void checkPermissions(DroppedTask task, AgentConfig agent) {
        Permissions asked = task.spec().bounds().permissions();
        Permissions own = agent.program().permissions();
        if (asked != null && asked.atMost(own) != asked) {
            problem(
                    task,
                    "permissions",
                    "`permissions: " + word(asked) + "` is more than agent `" + agent.name() + "` has, which is `"
                            + word(own) + "`",
                    "expected at most that; what an agent may stands in its agent.yaml");
        }
    }

    private void checkWorktree(DroppedTask task, AgentConfig agent) {
        Boolean asked = task.spec().bounds().worktree();
        if (Boolean.FALSE.equals(asked) && agent.confinement().worktree()) {
            problem(
                    task,
                    "worktree",
                    "agent `" + agent.name() + "` works in git worktrees alone, as its agent.yaml says",
                    "leave `worktree` out, or give the task to another agent");
        } else if (Boolean.TRUE.equals(asked) && task.spec().cwd() == null && agent.cwd() == null) {
            problem(
                    task,
                    "worktree",
                    "nobody says of which repository",
                    "name a folder of one in `cwd`, here or in agents/" + agent.name() + "/agent.yaml");
        }
    }

    private void checkSandbox(DroppedTask task, AgentConfig agent) {
        TaskSpec spec = task.spec();
        Sandbox own = agent.confinement().sandbox();
        Sandbox asked = spec.bounds().sandbox();
        String whose = "agent `" + agent.name() + "`";
        if (asked != null && asked.atLeast(own) != asked) {
            problem(
                    task,
                    "sandbox",
                    "`sandbox: " + word(asked) + "` is less than " + whose + " has, which is `" + word(own) + "`",
                    "leave it out, or give the task to another agent");
        }
        Within within = within(agent, directories);
        String beyond = spec.bounds().paths() == null
                ? null
                : within.beyond(spec.bounds().paths());
        if (beyond != null) {
            problem(
                    task,
                    "paths",
                    "`" + beyond + "` is beyond the `paths` of " + whose,
                    "name folders within those, or let a person add it to agents/" + agent.name() + "/agent.yaml");
        }
        if (spec.cwd() != null && !mayWork(directories.of(spec.cwd()), agent, within)) {
            problem(
                    task,
                    "cwd",
                    "`" + spec.cwd() + "` is not within what " + whose + " may change in its sandbox",
                    "expected a folder in its `cwd`, its `paths: {write: […]}`, its own folder or shared/");
        }
    }

    static Within within(AgentConfig agent, Directories directories) {
        String home = directories.home();
        return new Within(
                agent.confinement().paths(),
                agent.confinement().sandbox() == Sandbox.NONE,
                home == null || !home.startsWith("/") ? null : Path.of(home).normalize());
    }

    private boolean mayWork(Path directory, AgentConfig agent, Within within) {
        return mayChange(directory, agent, within, workspace)
                || agent.cwd() != null && directory.startsWith(directories.of(agent.cwd()));
    }

    /** Whether an agent may change it in its sandbox, wherever it works. */
    static boolean mayChange(Path directory, AgentConfig agent, Within within, Workspace workspace) {
        AgentFolder folder = workspace.agent(agent.name());
        return within.mayWrite(directory)
                || directory.startsWith(folder.path())
                || directory.startsWith(workspace.shared());
    }

    private void problem(DroppedTask task, String key, String what, String advice) {
        problems.add(
                Problem.error(task.file(), task.places().of(key), what, advice).toString());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
