package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.confine.Sandboxes;
import dev.reeve.confine.Secrets;
import dev.reeve.confine.Ulimits;
import dev.reeve.confine.View;
import dev.reeve.confine.Views;
import dev.reeve.files.Outside;
import dev.reeve.files.Stat;
import dev.reeve.repository.Tree;
import dev.reeve.task.Paths;
import dev.reeve.task.Sandbox;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts an attempt into its sandbox, and says where that can't be. */
final class Boxing {

    private final Kit kit;
    private final Outside outside;
    private final Sandboxes sandboxes;
    private final Path home;
    private final List<Path> tools;

    Boxing(Kit kit, World world) {
        this.kit = kit;
        this.outside = world.outside();
        this.sandboxes = new Sandboxes(
                kit.processes(),
                world.programs(),
                world.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"),
                System.getProperty("os.name", "").startsWith("Mac"));
        String home = world.environment().get("HOME");
        this.home = home == null || !home.startsWith("/") ? null : Path.of(home).normalize();
        this.tools = List.of(world.reeve(), Path.of(System.getProperty("java.home")));
    }

    /**
     * The command line of an attempt, with all that is around its program.
     *
     * @param sandbox the name of what it runs in; null for none
     * @param variables what is different in there
     */
    record Box(List<String> argv, String sandbox, Map<String, String> variables) {}

    /**
     * @param tree the worktree that it works in; null if in none
     * @throws Unready if it must be in a sandbox, and there is none
     */
    Box box(
            TaskRecord record,
            AgentConfig agent,
            Secrets secrets,
            TaskFolder task,
            int number,
            Path directory,
            Tree tree,
            List<String> program)
            throws IOException, Unready {
        Sandbox wanted = wanted(record, agent);
        List<String> argv = program;
        String name = null;
        Map<String, String> variables = Map.of();
        if (wanted != Sandbox.NONE && usable(agent, wanted)) {
            makeHome(kit.workspace().agent(agent.name()));
            View view = view(agent, record.spec().bounds().paths(), secrets, tree == null);
            if (tree != null) {
                view = view.showing(tree.directory(), outside.real(tree.directory()))
                        .showingRepository(tree.common(), outside.real(tree.common()));
            } else if (record.spec().cwd() == null || agent.confinement().sandbox() == Sandbox.NONE) {
                // of an agent that is shut in, that of a task lies within what it may see already
                view = view.showing(directory, outside.real(directory));
            }
            view = Views.atWork(view, task, task.attempt(number));
            name = sandboxes.name();
            variables = sandboxes.variables(view);
            argv = sandboxes.wrap(view, directory, program);
        }
        return new Box(Ulimits.argv(agent.confinement().resources(), argv), name, variables);
    }

    static Sandbox wanted(TaskRecord record, AgentConfig agent) {
        Sandbox asked = record.spec().bounds().sandbox();
        return agent.confinement().sandbox().atLeast(asked == null ? Sandbox.NONE : asked);
    }

    private boolean usable(AgentConfig agent, Sandbox wanted) throws Unready {
        String why = whyNone(agent.confinement().network());
        String problem = "unboxed " + agent.name();
        if (why == null) {
            kit.problems().clear(problem);
            return true;
        }
        if (wanted == Sandbox.REQUIRE) {
            throw new Unready(Cause.SANDBOX, "it must run in a sandbox, and there is none: " + why);
        }
        kit.problems()
                .raise(
                        problem,
                        "agents/" + agent.name() + "/agent.yaml",
                        "it runs without a sandbox, as `sandbox: prefer` allows: " + why);
        return false;
    }

    /** Why there is no sandbox here; null if there is one. */
    String whyNone(boolean network) {
        return sandboxes.whyNot(network, kit.time().now());
    }

    /** Why an agent can't be run in the sandbox that it asks for; null if it can. @param program null if there is none */
    Unfit whyNot(AgentConfig agent, Path program) {
        Sandbox wanted = agent.confinement().sandbox();
        if (wanted == Sandbox.NONE) {
            return null;
        }
        String why = whyNone(agent.confinement().network());
        if (why != null) {
            return wanted == Sandbox.REQUIRE
                    ? new Unfit(
                            Cause.SANDBOX,
                            "agent " + agent.name() + " must run in a sandbox (`sandbox: require`), and there is none: "
                                    + why)
                    : null;
        }
        Path real = program == null ? null : outside.real(program);
        View view = view(agent, null, Secrets.NONE, true);
        if (real == null || view.shows(program) && view.shows(real)) {
            return null;
        }
        Path hidden = view.shows(program) ? real : program;
        return Unfit.ofFile("agent " + agent.name() + ": its program " + hidden
                + " can't be seen in its sandbox; add the folder that it is installed in to `paths: {read: […]}`");
    }

    /** @param inCwd false: it works elsewhere */
    private View view(AgentConfig agent, Paths narrower, Secrets secrets, boolean inCwd) {
        Workspace workspace = kit.workspace();
        Views.Named named =
                Tightening.within(agent, kit.team().get().directories()).narrowed(narrower);
        List<Path> read = new ArrayList<>(named.read());
        read.addAll(secrets.paths());
        List<Path> write = new ArrayList<>(named.write());
        if (inCwd && agent.cwd() != null) {
            write.add(kit.team().get().directories().of(agent.cwd()));
        }
        return new Views(workspace, home, tools, outside)
                .ofAgent(
                        workspace.agent(agent.name()),
                        kit.team().get().names(),
                        new Views.Named(read, write),
                        agent.confinement().network());
    }

    private void makeHome(AgentFolder agent) throws IOException, Unready {
        Stat stat = kit.disk().stat(agent.home());
        if (stat == null) {
            kit.disk().makeFolder(agent.home());
        } else if (!stat.isFolder()) {
            throw new Unready(
                    Cause.SANDBOX,
                    agent.home() + " is to be the home of agent " + agent.name()
                            + " in its sandbox, and is no folder: move it away");
        }
    }
}
