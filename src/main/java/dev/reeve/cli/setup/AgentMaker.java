package dev.reeve.cli.setup;

import dev.reeve.files.Durable;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the folder of an agent out of sight and renames it into place, so that nobody ever sees half an agent. */
final class AgentMaker {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private final Durable durable;
    private final Workspace workspace;

    AgentMaker(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * @param files by their path within the agent's folder
     * @throws FileAlreadyExistsException if there is an agent of this name
     */
    AgentFolder make(String name, Map<String, byte[]> files) throws IOException {
        AgentFolder made = staging(name);
        AgentFolder agent = workspace.agent(name);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(made.path(), file.getKey(), file.getValue());
            }
            complete(made);
            durable.move(made.path(), agent.path());
        } catch (IOException e) {
            durable.removeTree(made.path());
            throw e;
        }
        return agent;
    }

    /** Adds the folders that every agent has. */
    void complete(AgentFolder agent) throws IOException {
        durable.ensureFolder(agent.tasks());
        durable.ensureFolder(agent.work());
    }

    private AgentFolder staging(String name) throws IOException {
        for (int number = 0; ; number++) {
            AgentFolder staging = workspace.agentStaging(name, number);
            try {
                durable.disk().makeFolder(staging.path());
                return staging;
            } catch (FileAlreadyExistsException e) {
                // another maker's, or left over from one that was killed
            }
        }
    }

    private void write(Path folder, String path, byte[] content) throws IOException {
        int slash = path.indexOf('/');
        if (slash < 0) {
            durable.replace(folder.resolve(path), content);
            return;
        }
        Path inner = folder.resolve(path.substring(0, slash));
        durable.ensureFolder(inner);
        write(inner, path.substring(slash + 1), content);
    }
}
