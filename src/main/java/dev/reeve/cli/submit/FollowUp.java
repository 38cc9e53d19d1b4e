package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Json;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A task that goes on with one that has ended: by the same agent, with the same conversation. */
public final class FollowUp {

    private final Invocation invocation;
    private final Workspace workspace;

    public FollowUp(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    /** @return the id of the task that was dropped */
    public String drop(TaskRecord ended, String words) throws IOException {
        Path door = workspace.agent(ended.agent()).tasks();
        if (!invocation.durable().exists(door)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    ended.id() + " has ended, and nobody can go on with it: agent '" + ended.agent()
                            + "', who did it, has no " + door + ".");
        }
        String id = TaskId.make(invocation.now(), invocation.random(), ended.label());
        ObjectNode keys = Json.object();
        keys.put("session", ended.id());
        keys.put("label", ended.label());
        new Drop(invocation.durable(), door).task(id, new TaskSource.OfText(words), keys, List.of());
        return id;
    }
}
