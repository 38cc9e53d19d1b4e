package dev.reeve.cli.look;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.tasks.TaskNames;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Programs;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Problem;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one agent. */
final class AgentPage {

    private static final List<State> OUT = List.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD);
    private static final int HISTORY = 10;
    private static final int TAIL = 64 << 10;
    /** Whose a task is stands in its record alone, and no more than so many of a state are opened. */
    private static final int OPENED = 1000;

    private final Invocation invocation;
    private final Workspace workspace;
    private final AgentFolder agent;
    private final Reading<AgentConfig> settings;

    AgentPage(Invocation invocation, Workspace workspace, AgentFolder agent) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.agent = agent;
        this.settings = new ConfigurationReader(
                        invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath())
                .readAgent(agent.name());
    }

    void print() throws IOException {
        Facts facts = new Facts(invocation);
        facts.heading(agent.name());
        facts.fact("folder", agent.path());
        facts.fact(
                "config",
                invocation.durable().exists(agent.config())
                        ? agent.config()
                        : agent.config() + " is missing: write it, or `reeve agent add " + agent.name() + "`");
        facts.fact("door", agent.tasks());
        for (State state : OUT) {
            Count count = count(state);
            facts.fact(state.folder(), count.own() + (count.whole() ? "" : " or more"));
        }
        facts.fact("last", last());
        List<ObjectNode> history = history();
        if (!history.isEmpty()) {
            invocation.say("");
            facts.heading("History");
            history.forEach(line -> invocation.say("  " + LifeLine.of(line, Set.of())));
        }
        settings(facts);
    }

    private void settings(Facts facts) {
        if (settings.value() != null) {
            facts.lines(
                    "In force, with what stands for keys that are not written", AgentSettings.lines(settings.value()));
        }
        facts.lines(
                "Problems", settings.problems().stream().map(Problem::toString).toList());
    }

    void printJson() throws IOException {
        ObjectNode node = Json.object();
        node.put("agent", agent.name());
        node.put("folder", agent.path().toString());
        node.put("config", agent.config().toString());
        node.set("settings", settings.value() == null ? null : AgentSettings.json(settings.value()));
        ArrayNode problems = node.putArray("problems");
        settings.problems().forEach(problem -> problems.add(problem.toString()));
        for (State state : OUT) {
            node.put(state.folder() + "_count", count(state).own());
        }
        Json.put(node, "last", last());
        ArrayNode history = node.putArray("history");
        history().forEach(history::add);
        invocation.terminal().copy(Json.file(node));
    }

    /** @param whole false if there are more than were looked at */
    private record Count(int own, boolean whole) {}

    private Count count(State state) throws IOException {
        List<String> ids = new TaskNames(invocation.disk(), workspace).in(Where.in(state));
        int own = 0;
        for (String id : ids.subList(0, Math.min(OPENED, ids.size()))) {
            TaskRecord record = TaskRecords.read(invocation.disk(), workspace.task(state, id));
            if (record != null && agent.name().equals(record.agent())) {
                own++;
            }
        }
        return new Count(own, ids.size() <= OPENED);
    }

    /** Where its last finished task is, or null. */
    private String last() throws IOException {
        return Files.isSymbolicLink(agent.last())
                ? workspace
                        .root()
                        .relativize(agent.path()
                                .resolve(Files.readSymbolicLink(agent.last()))
                                .normalize())
                        .toString()
                : null;
    }

    private List<ObjectNode> history() throws IOException {
        List<ObjectNode> lines = JsonLines.tail(invocation.disk(), agent.history(), TAIL);
        return lines.subList(Math.max(0, lines.size() - HISTORY), lines.size());
    }
}
