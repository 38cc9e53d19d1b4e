package dev.reeve.cli.demo;

import dev.reeve.cli.setup.WorkspaceMaker;
import dev.reeve.files.Durable;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes a workspace of an example, and drops its tasks: what a person does with {@code cp}. */
public final class Stage {

    private final Durable durable;
    private final Workspace workspace;
    private final Example example;

    /** @param workspace in a folder that is empty */
    public Stage(Durable durable, Workspace workspace, Example example) {
        this.durable = durable;
        this.workspace = workspace;
        this.example = example;
    }

    public void set() throws IOException {
        for (Map.Entry<String, byte[]> file : example.files().entrySet()) {
            Path path = workspace.root().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            durable.disk().create(path, file.getValue());
        }
        new WorkspaceMaker(durable, workspace).complete();
    }

    /** @return how many tasks were dropped */
    public int drop() throws IOException {
        int dropped = 0;
        for (Map.Entry<String, byte[]> file : example.files().entrySet()) {
            if (file.getKey().startsWith(Example.DROP)) {
                String name = file.getKey().substring(Example.DROP.length());
                durable.disk().create(workspace.tasks().resolve(name), file.getValue());
                dropped++;
            }
        }
        return dropped;
    }
}
