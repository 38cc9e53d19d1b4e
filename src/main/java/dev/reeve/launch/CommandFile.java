package dev.reeve.launch;

import dev.reeve.files.Json;
import dev.reeve.message.Portion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code command.json} of an attempt: what is about to be started, and where its pids will mean something. For people: what
 * Reeve itself has to know of it is in the record.
 *
 * <pre>
 * {"argv":["/usr/bin/python3","agent.py"], "directory":"/ws/agents/writer/work", "variables":["HOME","PATH"],
 *  "boot":"49f3…", "pid_namespace":"pid:[4026531836]", "agent":"writer", "model":"…", "sandbox":"bwrap",
 *  "started_at":"…"}
 * </pre>
 *
 * @param argv the program itself, without the shim around it
 * @param variables names alone: a value may be a secret
 * @param model null where none is set
 * @param messages what stands in its prompt of an agent's inbox; null if nothing
 * @param sandbox what it runs in; null for none
 * @param verifies the attempt whose answer this one checks; 0 if it is at the work itself
 */
public record CommandFile(
        List<String> argv,
        String directory,
        Set<String> variables,
        Home home,
        String agent,
        String model,
        String sandbox,
        int verifies,
        Instant startedAt,
        Portion messages) {

    public CommandFile {
        argv = List.copyOf(argv);
        variables = new TreeSet<>(variables);
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
        Json.put(node, "sandbox", sandbox);
        if (verifies > 0) {
            node.put("verifies", verifies);
        }
        Json.put(node, "started_at", startedAt);
        if (messages != null) {
            node.set("messages", messages.json());
        }
        return Json.file(node);
    }
}
