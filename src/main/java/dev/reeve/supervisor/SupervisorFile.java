package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Seen;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code state/supervisor.json}: who holds the lock.
 *
 * <pre>
 * {"pid":4711,"start":"158311","started_at":"2026-11-20T14:02:11Z","host":"mini","version":"0.1.0"}
 * </pre>
 *
 * @param start in the kernel's raw form, as processes are told apart by
 */
public record SupervisorFile(long pid, String start, Instant startedAt, String host, String version) {

    /** @return null if there is none that can be read */
    public static SupervisorFile read(Durable durable, Workspace workspace) throws IOException {
        byte[] content = durable.readIfThere(workspace.supervisorJson(), 1 << 16);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        Long pid = node == null ? null : Json.whole(node, "pid");
        return pid == null
                ? null
                : new SupervisorFile(
                        pid,
                        Json.text(node, "start"),
                        Json.instant(node, "started_at"),
                        Json.text(node, "host"),
                        Json.text(node, "version"));
    }

    void write(Durable durable, Workspace workspace) throws IOException {
        ObjectNode node = Json.object();
        node.put("pid", pid);
        Json.put(node, "start", start);
        Json.put(node, "started_at", startedAt);
        Json.put(node, "host", host);
        Json.put(node, "version", version);
        // it tells of a process, which no power cut outlasts
        durable.replaceUnforced(workspace.supervisorJson(), Json.file(node));
    }

    /** False if it was a process of this host, and is no more. */
    boolean mayLive(World world) throws IOException {
        if (!world.host().equals(host)) {
            return true;
        }
        Seen seen = world.processes().look(pid);
        return seen != null && seen.identity().equals(new Identity(pid, start));
    }

    /** As the status shows it. */
    public ObjectNode brief() {
        ObjectNode node = Json.object();
        node.put("pid", pid);
        Json.put(node, "started_at", startedAt);
        Json.put(node, "version", version);
        return node;
    }
}
