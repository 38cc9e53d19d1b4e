package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which task an idempotency key belongs to.
 *
 * <pre>
 * state/keys/&lt;sha-256 of the key&gt;.json
 * {"key":"…","task":"20261120-140211-k3f9-hi","at":"2026-11-20T14:02:11Z"}
 * </pre>
 */
final class Keys {

    static final Duration IN_FORCE = Duration.ofDays(7);

    private final Durable durable;
    private final Workspace workspace;

    Keys(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    /** The task that has the key; null if none has, or its time is over. */
    String holder(String key, Instant now) throws IOException {
        byte[] content = durable.readIfThere(file(key), 1 << 16);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        Instant at = node == null ? null : Json.instant(node, "at");
        if (at == null || at.plus(IN_FORCE).isBefore(now)) {
            return null;
        }
        String task = Json.text(node, "task");
        return task != null && TaskId.isOne(task) ? task : null;
    }

    void take(String key, String task, Instant now) throws IOException {
        durable.makeIfMissing(workspace.keys());
        ObjectNode node = Json.object();
        node.put("key", key);
        node.put("task", task);
        node.put("at", now.toString());
        durable.replace(file(key), Json.file(node));
    }

    private Path file(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return workspace.keys().resolve(HexFormat.of().formatHex(hash) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
