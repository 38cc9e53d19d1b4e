package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.Credential;
import dev.reeve.confine.CredentialSource;
import dev.reeve.confine.Secrets;
import dev.reeve.confine.Within;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.program.Presets;
import dev.reeve.task.Paths;
import dev.reeve.task.Permissions;
import dev.reeve.task.Sandbox;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What others can read that they should not, and what keeps an agent's confinement from being what it looks like. */
final class Privacy {

    private final Workspace workspace;
    private final Outside outside;
    private final Programs programs;
    private final String searchPath;
    private final Map<String, String> own;
    private final List<Problem> problems = new ArrayList<>();

    Privacy(Workspace workspace, Outside outside, Programs programs, String searchPath, Map<String, String> own) {
        this.workspace = workspace;
        this.outside = outside;
        this.programs = programs;
        this.searchPath = searchPath;
        this.own = own;
    }

    List<Problem> problems(Configuration configuration) {
        // nobody comes to what is in a folder that he may not enter
        if (outside.othersMayRead(workspace.root())) {
            warn(".", Place.WHOLE, "others on this machine can read this workspace", "run `chmod 700` on its folder");
            for (String name : configuration.agents().keySet()) {
                AgentFolder agent = workspace.agent(name);
                if (outside.othersMayRead(agent.path())) {
                    String shown = workspace.shown(agent.path());
                    warn(shown, Place.WHOLE, "others on this machine can read it", "run `chmod 700` on it");
                }
            }
            presets(configuration);
        }
        for (Reading<AgentConfig> agent : configuration.agents().values()) {
            if (agent.current()) {
                agent.value().credentials().forEach((name, credential) -> credential(agent, name, credential));
                confinement(agent);
                ownSandbox(agent, configuration);
            }
        }
        return problems;
    }

    /** They say which commands are run as this user. */
    private void presets(Configuration configuration) {
        Stream.concat(
                        Stream.of(workspace.presets()),
                        configuration.presets().keySet().stream().map(name -> workspace.preset(Presets.fileOf(name))))
                .filter(outside::othersMayWrite)
                .forEach(path -> warn(
                        workspace.shown(path),
                        Place.WHOLE,
                        "others on this machine can change it, and with it what is run as you",
                        "run `chmod go-w` on it"));
    }

    private void ownSandbox(Reading<AgentConfig> agent, Configuration configuration) {
        AgentConfig config = agent.value();
        Permissions permissions = config.program().permissions();
        boolean inside = configuration
                .preset(config.program().runtime())
                .filter(preset -> preset.sandboxesItself().contains(permissions))
                .isPresent();
        if (inside && config.confinement().sandbox() != Sandbox.NONE && outside.isRoot()) {
            warn(
                    agent.file(),
                    agent.places().of("sandbox"),
                    "run as root, " + config.program().runtime() + " can't make its own sandbox inside of this one: its"
                            + " commands fail, and it may end as if all were well",
                    "write `permissions: full`, which leaves the fence to this one, or run Reeve as another user");
        }
    }

    private void credential(Reading<AgentConfig> agent, String name, Credential credential) {
        // what Reeve itself will have of variables when it runs, nobody knows here
        if (credential instanceof Credential.FromVariable) {
            return;
        }
        Place place = agent.places().of("credentials");
        Path path = CredentialSource.expanded(credential, own);
        if (path == null) {
            return;
        }
        try {
            Secrets.of(agent.value().name(), Map.of(name, credential), new CredentialSource(own, outside));
        } catch (Secrets.Missing e) {
            warn(agent.file(), place, e.getMessage(), "tasks of this agent wait until then");
            return;
        }
        if (path.startsWith(workspace.root())) {
            warn(
                    agent.file(),
                    place,
                    "`" + name + "` comes from " + path + ", which is inside the workspace",
                    "keep it where no agent and no backup of the workspace finds it");
        }
        if (outside.othersMayRead(path)) {
            warn(agent.file(), place, "others on this machine can read " + path, "run `chmod go= " + path + "`");
        }
    }

    private void confinement(Reading<AgentConfig> agent) {
        AgentConfig config = agent.value();
        if (config.confinement().sandbox() == Sandbox.NONE) {
            Stream.of("paths", "network")
                    .filter(agent.places()::has)
                    .forEach(key -> warn(
                            agent.file(),
                            agent.places().of(key),
                            "`" + key + "` means nothing without a sandbox",
                            "write" + " `sandbox: require` or `prefer` as well"));
            return;
        }
        if (!System.getProperty("os.name", "").startsWith("Mac") && !isOnPath("bwrap")) {
            warn(
                    agent.file(),
                    agent.places().of("sandbox"),
                    "there is no `bwrap` on the PATH, so that no sandbox can be made",
                    "install bubblewrap (`apt install bubblewrap`, `dnf install bubblewrap`)");
        }
        Paths paths = config.confinement().paths();
        Within within = new Within(paths, false, home());
        Stream.concat(within.narrowed(null).read().stream(), within.narrowed(null).write().stream())
                .filter(path -> outside.look(path) == Outside.Kind.MISSING)
                .forEach(path -> warn(
                        agent.file(),
                        agent.places().of("paths"),
                        "`paths`: there is no " + path,
                        "make it, or take it off the list"));
    }

    private Path home() {
        String home = own.get("HOME");
        return home == null || !home.startsWith("/") ? null : Path.of(home);
    }

    private boolean isOnPath(String program) {
        return Stream.of(searchPath.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .anyMatch(folder -> programs.look(Path.of(folder).resolve(program)) == Programs.Kind.RUNNABLE);
    }

    private void warn(String file, Place place, String what, String advice) {
        problems.add(Problem.warning(file, place, what, advice));
    }
}
