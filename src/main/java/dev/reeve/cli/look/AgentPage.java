package dev.reeve.cli.look;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.tasks.TaskNames;
import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Sum;
import dev.reeve.files.Json;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one agent. */
final class AgentPage {

    private static final List<State> OUT = List.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD);
    /** Whose a task is stands in its record alone, and no more than so many of a state are opened. */
    private static final int OPENED = 1000;

    private final Invocation invocation;
    private final Workspace workspace;
    private final AgentFolder agent;
    private final ConfigurationReader reader;
    private final Reading<AgentConfig> settings;

    AgentPage(Invocation invocation, Workspace workspace, AgentFolder agent) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.agent = agent;
        this.reader = new ConfigurationReader(
                invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath());
        this.settings = reader.readAgent(agent.name());
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
        Sum[] spent = spent();
        facts.fact(
                "cost",
                spent[1].attempts() == 0 ? null : spent[0].words() + " today, " + spent[1].words() + " this month");
        AgentHistory history = AgentHistory.read(invocation.disk(), agent);
        if (!history.attempts().isEmpty()) {
            lately(facts, history);
        }
        settings(facts);
    }

    private void lately(Facts facts, AgentHistory history) {
        String more = history.whole() ? "" : " or more";
        facts.fact("today", Phrases.count(history.today(invocation.now(), zone()), "attempt") + more);
        if (history.counted() > 0) {
            facts.fact(
                    "success",
                    Math.round(100.0 * history.ok() / history.counted()) + "%, " + history.ok() + " of the last "
                            + history.counted());
        }
        facts.fact("median", history.median() == null ? null : Phrases.elapsed(history.median()) + " for a success");
        facts.lines(
                "Last failures",
                history.failures().stream()
                        .map(line -> LifeLine.of(line, Set.of()))
                        .toList());
        facts.lines(
                "History",
                history.last().stream().map(line -> LifeLine.of(line, Set.of())).toList());
    }

    private ZoneId zone() {
        return Zone.of(reader);
    }

    /** What it has spent today and this month; nothing where it never told. */
    private Sum[] spent() throws IOException {
        LocalDate today = LocalDate.ofInstant(invocation.now(), zone());
        Sum[] sums = {Sum.NOTHING, Sum.NOTHING};
        new SpendingLog(invocation.disk(), workspace).since(today.withDayOfMonth(1), spent -> {
            if (spent.agent().equals(agent.name())) {
                sums[0] = spent.day().isBefore(today) ? sums[0] : sums[0].plus(spent.attempt(), spent.usage());
                sums[1] = sums[1].plus(spent.attempt(), spent.usage());
            }
        });
        return sums;
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
        AgentHistory lately = AgentHistory.read(invocation.disk(), agent);
        Sum[] spent = spent();
        node.set("spent_today", spent[0].json());
        node.set("spent_this_month", spent[1].json());
        node.put("today_count", lately.today(invocation.now(), zone()));
        node.put("counted", lately.counted());
        node.put("ok", lately.ok());
        if (lately.median() != null) {
            node.put("median_seconds", lately.median().toMillis() / 1000.0);
        }
        ArrayNode failures = node.putArray("failures");
        lately.failures().forEach(failures::add);
        ArrayNode history = node.putArray("history");
        lately.last().forEach(history::add);
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
}
