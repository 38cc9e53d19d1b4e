package dev.reeve.cli.setup;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.program.Preset;
import dev.reeve.task.Permissions;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;

/** The files that a new agent begins with. */
final class AgentTemplate {

    private static final String SCRIPT = "run.sh";
    private static final String MEMORY = "MEMORY.md";

    /** What an agent has of its own life, which another one made like it has not. */
    private static final Set<String> ITS_OWN = Set.of(
            "tasks",
            "work",
            "home",
            "memory",
            "sessions",
            "inbox.jsonl",
            "inbox.cursor",
            "history.jsonl",
            "last",
            MEMORY);

    private static final Map<String, String> MODELS = Map.of(
            "claude", "anthropic/claude-sonnet-4-5",
            "codex", "openai/gpt-5",
            "gemini", "google/gemini-2.5-pro",
            "opencode", "anthropic/claude-sonnet-4-5",
            "openclaw", "anthropic/claude-sonnet-4-5");

    private static final int LARGEST = 16 << 20;

    private final Disk disk;
    private final String name;

    AgentTemplate(Disk disk, String name) {
        this.disk = disk;
        this.name = name;
    }

    /** @param command null for a script to fill in */
    SortedMap<String, byte[]> running(List<String> command) throws IOException {
        Map<String, String> blanks =
                Map.of("name", name, "command", command == null ? "[sh, " + SCRIPT + "]" : yaml(command));
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : Packed.folder("agent-template").entrySet()) {
            if (command == null || !file.getKey().equals(SCRIPT)) {
                String text = new String(file.getValue(), StandardCharsets.UTF_8);
                files.put(file.getKey(), Blanks.fill(text, blanks).getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** One that is a program of a preset. */
    SortedMap<String, byte[]> being(Preset preset) throws IOException {
        SortedMap<String, byte[]> files = running(List.of());
        boolean edits = preset.permissions().containsKey(Permissions.EDIT);
        Permissions most = edits
                ? Permissions.EDIT
                : preset.permissions().keySet().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(Permissions.EDIT);
        String word = most.name().toLowerCase(Locale.ROOT);
        Map<String, String> blanks = Map.of(
                "name",
                name,
                "preset",
                preset.name(),
                "model",
                MODELS.getOrDefault(preset.name(), "NAME"),
                "permissions",
                (edits ? "#" : "") + "permissions: " + word);
        for (Map.Entry<String, byte[]> file : Packed.folder("preset-template").entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            files.put(file.getKey(), Blanks.fill(text, blanks).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** A person, who has no program and no memory that anybody could read. */
    SortedMap<String, byte[]> person() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : Packed.folder("person-template").entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            files.put(file.getKey(), Blanks.fill(text, Map.of("name", name)).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** A list of words in JSON is one in YAML as well. */
    private static String yaml(List<String> words) {
        ArrayNode list = Json.array();
        words.forEach(list::add);
        return Json.line(list);
    }

    /** What this agent is, and nothing of what it did. */
    SortedMap<String, byte[]> like(AgentFolder agent) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String entry : disk.list(agent.path())) {
            if (!ITS_OWN.contains(entry) && !entry.startsWith(".")) {
                collect(agent.path().resolve(entry), entry, files);
            }
        }
        files.put(MEMORY, running(null).get(MEMORY));
        return files;
    }

    private void collect(Path path, String name, SortedMap<String, byte[]> files) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null) {
            return;
        }
        if (stat.isFolder()) {
            for (String entry : disk.list(path)) {
                collect(path.resolve(entry), name + "/" + entry, files);
            }
        } else if (stat.isFile() && stat.size() <= LARGEST) {
            files.put(name, disk.read(path, 0, LARGEST));
        } else {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "an agent can be copied only if it is made of files of up to 16 MB and of folders. Move this"
                            + " elsewhere first");
        }
    }
}
