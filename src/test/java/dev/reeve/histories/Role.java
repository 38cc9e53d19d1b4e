package dev.reeve.histories;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.nio.file.Path;

/** What a path is, whoever's it is: in whose place another would be as good. */
final class Role {

    private Role() {}

    static boolean isTemporary(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".tmp");
    }

    static String of(Path path) {
        String name = path.getFileName().toString();
        String parent =
                path.getParent() == null ? "" : path.getParent().getFileName().toString();
        if (TaskId.isOne(name)) {
            return State.of(parent) == null ? "the task in done" : "the task in " + parent;
        }
        if (name.startsWith(".") && TaskId.isOne(name.substring(1))) {
            return "the staging folder";
        }
        if (name.equals("log.jsonl")) {
            return name;
        }
        if (name.startsWith("shim-")) {
            return "the shim's script";
        }
        if (name.startsWith("audit-")) {
            return "the audit log";
        }
        if (parent.equals("attempts")) {
            return "the attempt's folder";
        }
        if (parent.equals("keys")) {
            return "the key";
        }
        if (path.getNameCount() > 3 && path.toString().contains("/queue/.")) {
            return name.startsWith("record") ? "record.json" : "what was dropped";
        }
        if (parent.equals("tasks")) {
            return "what is in the door";
        }
        if (name.equals("why.md") && path.toString().contains("/queue/")) {
            return "what is missing";
        }
        if (path.toString().contains("/rejected/")) {
            return parent.equals("rejected")
                    ? "the rejected folder"
                    : name.equals("why.md") ? "why.md" : "what was rejected";
        }
        return name;
    }
}
