package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The link to an agent's last finished task. */
final class LastDone {

    private final Kit kit;

    LastDone(Kit kit) {
        this.kit = kit;
    }

    void pointAt(TaskRecord done) {
        AgentFolder agent = kit.workspace().agent(done.agent());
        Path target = done.settled().task(kit.workspace(), done.id()).path();
        String key = "last " + agent.name();
        try {
            if (kit.durable().exists(agent.path())) {
                kit.durable()
                        .replaceLink(
                                agent.last(), agent.path().relativize(target).toString());
            }
            kit.problems().clear(key);
        } catch (IOException e) {
            kit.problems()
                    .raise(key, "agents/" + agent.name() + "/last", "this link can't be made: " + Causes.words(e));
        }
    }
}
