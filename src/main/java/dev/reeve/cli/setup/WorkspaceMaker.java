package dev.reeve.cli.setup;

import dev.reeve.files.Durable;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds to a folder what a workspace must have and it lacks. What is there stays as it is. */
public final class WorkspaceMaker {

    private static final String TEMPLATE = "workspace-template";
    private static final String AGENTS = "agents/";

    private final Durable durable;
    private final Workspace workspace;
    private final List<Path> added = new ArrayList<>();

    public WorkspaceMaker(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    /** @return what was added */
    public List<Path> complete() throws IOException {
        SortedMap<String, byte[]> template = Packed.folder(TEMPLATE);
        // the settings make a folder a workspace: they come first, so that what a crash cuts short can be completed
        addFile(Workspace.SETTINGS, template.get(Workspace.SETTINGS));
        for (Map.Entry<String, byte[]> file : template.entrySet()) {
            if (!file.getKey().contains("/")) {
                addFile(file.getKey(), file.getValue());
            }
        }
        for (Path folder : workspace.folders()) {
            addFolder(folder);
        }
        addAgents(template);
        return added;
    }

    private void addFile(String name, byte[] content) throws IOException {
        Path file = workspace.root().resolve(name);
        if (!durable.exists(file) && durable.linkWhole(file, content)) {
            added.add(file);
        }
    }

    private void addFolder(Path folder) throws IOException {
        if (!durable.exists(folder)) {
            durable.ensureFolder(folder);
            added.add(folder);
        }
    }

    /** Whoever has agents of his own does not get ours once more. */
    private void addAgents(SortedMap<String, byte[]> template) throws IOException {
        AgentMaker maker = new AgentMaker(durable, workspace);
        List<AgentFolder> there = workspace.agentFolders(durable.disk());
        for (AgentFolder agent : there) {
            addFolder(agent.tasks());
            addFolder(agent.work());
        }
        if (there.isEmpty()) {
            for (Map.Entry<String, SortedMap<String, byte[]>> agent :
                    agentsOf(template).entrySet()) {
                added.add(maker.make(agent.getKey(), agent.getValue()).path());
            }
        }
    }

    private static SortedMap<String, SortedMap<String, byte[]>> agentsOf(SortedMap<String, byte[]> template) {
        SortedMap<String, SortedMap<String, byte[]>> agents = new TreeMap<>();
        template.forEach((path, content) -> {
            if (path.startsWith(AGENTS)) {
                String within = path.substring(AGENTS.length());
                int slash = within.indexOf('/');
                agents.computeIfAbsent(within.substring(0, slash), name -> new TreeMap<>())
                        .put(within.substring(slash + 1), content);
            }
        });
        return agents;
    }
}
