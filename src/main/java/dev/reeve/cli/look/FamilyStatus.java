package dev.reeve.cli.look;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.cli.tree.ChildrenTable;
import dev.reeve.cli.tree.Family;
import dev.reeve.cli.tree.Member;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is going on among the children of one task. */
final class FamilyStatus {

    private final Invocation invocation;
    private final Workspace workspace;
    private final String asked;

    FamilyStatus(Invocation invocation, Workspace workspace, String asked) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.asked = asked;
    }

    List<String> lines() throws IOException {
        Sighting parent = parent();
        List<Member> children = children(parent);
        List<String> lines = new ArrayList<>();
        lines.add(invocation.terminal().paint(Colour.HEADING, parent.id()) + "  " + parent.place());
        lines.add(ChildrenTable.count(children));
        if (!children.isEmpty()) {
            lines.addAll(ChildrenTable.of(children, invocation.now()).lines(invocation.terminal()));
        }
        return lines;
    }

    ObjectNode json() throws IOException {
        Sighting parent = parent();
        ObjectNode node = Json.object();
        node.put("timestamp", invocation.now().toString());
        node.put("id", parent.id());
        node.put(
                "state",
                parent.state() == null ? parent.place() : parent.state().folder());
        node.set("children", ChildrenTable.json(children(parent)));
        return node;
    }

    private Sighting parent() throws IOException {
        return new TaskFinder(invocation.disk(), workspace).find(asked);
    }

    private List<Member> children(Sighting parent) throws IOException {
        return new Family(invocation.disk(), workspace).children(parent);
    }
}
