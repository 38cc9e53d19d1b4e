package dev.reeve.launch;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code command.json} of an attempt: what is about to be started, and where its pids will mean something. Written and
 * forced before the start.
 *
 * <pre>
 * {"argv":["/usr/bin/python3","agent.py"], "directory":"/ws/agents/writer/work", "variables":["HOME","PATH"],
 *  "boot":"49f3…", "pid_namespace":"pid:[4026531836]", "agent":"writer", "model":"…", "started_at":"…"}
 * </pre>
 *
 * @param argv the program itself, without the shim around it
 * @param variables names alone: a value may be a secret
 * @param model null where none is set
 * @param verifies the attempt whose answer this one checks; 0 if it is at the work itself
 */
public record CommandFile(
        List<String> argv,
        String directory,
        Set<String> variables,
        Home home,
        String agent,
        String model,
        int verifies,
        Instant startedAt) {

    private static final int LIMIT = 8 << 20;

    public CommandFile {
        argv = List.copyOf(argv);
        variables = new TreeSet<>(variables);
    }

    public void write(Durable durable, AttemptFolder attempt) throws IOException {
        durable.replace(attempt.command(), bytes());
    }

    /** @return null if there is none, or none that can be understood */
    public static CommandFile read(Disk disk, AttemptFolder attempt) throws IOException {
        try {
            ObjectNode node = Json.parseObject(disk.read(attempt.command(), 0, LIMIT));
            return node == null ? null : fromJson(node);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    public byte[] bytes() {
        ObjectNode node = Json.object();
        ArrayNode words = node.putArray("argv");
        argv.forEach(words::add);
        node.put("directory", directory);
        ArrayNode names = node.putArray("variables");
        variables.forEach(names::add);
        node.put("boot", home.boot());
        node.put("pid_namespace", home.pidNamespace());
        node.put("agent", agent);
        Json.put(node, "model", model);
        if (verifies > 0) {
            node.put("verifies", verifies);
        }
        Json.put(node, "started_at", startedAt);
        return Json.file(node);
    }

    private static CommandFile fromJson(ObjectNode node) {
        String boot = Json.text(node, "boot");
        String namespace = Json.text(node, "pid_namespace");
        List<String> argv = Json.texts(node, "argv");
        List<String> variables = Json.texts(node, "variables");
        Long verifies = Json.whole(node, "verifies");
        if (boot == null || namespace == null || argv == null || variables == null) {
            return null;
        }
        return new CommandFile(
                argv,
                Json.text(node, "directory"),
                Set.copyOf(variables),
                new Home(boot, namespace),
                Json.text(node, "agent"),
                Json.text(node, "model"),
                verifies == null ? 0 : verifies.intValue(),
                Json.instant(node, "started_at"));
    }
}
