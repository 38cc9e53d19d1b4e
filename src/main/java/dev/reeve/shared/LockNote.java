package dev.reeve.shared;

import dev.reeve.files.Json;
import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in a lock.
 *
 * @param id tells this lock from every other, as no name or pid does
 * @param owner in words, for people
 * @param process who took it
 * @param command who works under it as well, or null if nobody does: it may outlive the one who took it
 * @param home where these two have their pids
 * @param expires from when on other hosts may break it, or null for never
 */
public record LockNote(
        String id,
        String owner,
        Identity process,
        Identity command,
        Home home,
        String host,
        Instant taken,
        Instant expires) {

    LockNote under(Identity worker) {
        return new LockNote(id, owner, process, worker, home, host, taken, expires);
    }

    byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("owner", owner);
        node.put("pid", process.pid());
        node.put("start", process.start());
        if (command != null) {
            node.put("command_pid", command.pid());
            node.put("command_start", command.start());
        }
        node.put("boot", home.boot());
        node.put("pid_namespace", home.pidNamespace());
        node.put("host", host);
        Json.put(node, "taken_at", taken);
        Json.put(node, "expires_at", expires);
        return Json.file(node);
    }

    /** @return null if this is no lock, or one that is not whole */
    static LockNote parse(byte[] content) {
        ObjectNode node = Json.parseObject(content);
        if (node == null) {
            return null;
        }
        LockNote note = new LockNote(
                Json.text(node, "id"),
                Json.text(node, "owner"),
                identity(node, "pid", "start"),
                identity(node, "command_pid", "command_start"),
                new Home(Json.text(node, "boot"), Json.text(node, "pid_namespace")),
                Json.text(node, "host"),
                Json.instant(node, "taken_at"),
                Json.instant(node, "expires_at"));
        return note.isWhole() ? note : null;
    }

    private boolean isWhole() {
        return id != null
                && owner != null
                && process != null
                && home.boot() != null
                && home.pidNamespace() != null
                && host != null
                && taken != null;
    }

    private static Identity identity(ObjectNode node, String pid, String start) {
        Long number = Json.whole(node, pid);
        String began = Json.text(node, start);
        return number == null || began == null ? null : new Identity(number, began);
    }
}
