package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.launch.Turn;
import dev.reeve.message.Message;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Session;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.SessionFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What was asked and answered before, where a task goes on with it. */
final class Conversation {

    /** So many of the last turns are told. */
    private static final int TURNS = 10;

    /** So much of a question, or of an answer. */
    private static final int WORDS = 4 << 10;

    private static final int TAIL = 1 << 20;

    private final Kit kit;
    private final Finder finder;

    Conversation(Kit kit, Finder finder) {
        this.kit = kit;
        this.finder = finder;
    }

    /**
     * @param said what the task says; null if nothing
     * @return null if it goes on with none
     */
    static String of(String said, boolean memory, AgentConfig agent) {
        // a child gets its task and nothing else, unless it asks for it
        String session = said != null || !memory || agent == null ? said : agent.session();
        return session == null || session.equals(Session.FRESH) ? null : session;
    }

    /** What keeps a task from going on with the one that it names; null if nothing does, or it names none. */
    String wrong(String session, String agent) throws IOException {
        if (session == null || !TaskId.isOne(session)) {
            return null;
        }
        TaskRecord before = ended(session);
        if (before == null) {
            return "`session: " + session + "`: there is no such task" + orKept()
                    + ", or it has not ended. While a task is open, `reeve steer " + session + " TEXT` speaks to it.";
        }
        return before.agent().equals(agent)
                ? null
                : "`session: " + session + "` is a conversation of agent `" + before.agent()
                        + "`, and this is work for `" + agent + "`.";
    }

    private String orKept() {
        return kit.team().get().settings().retention().done().isAll()
                ? ""
                : " any more (see `retention` in reeve.yaml)";
    }

    /** Whose conversation it is, if it is an ended task's; else null. */
    String agentOf(String session) throws IOException {
        TaskRecord before = session == null || !TaskId.isOne(session) ? null : ended(session);
        return before == null ? null : before.agent();
    }

    private TaskRecord ended(String id) throws IOException {
        Where where = finder.find(id);
        return where == null || !where.state().ended()
                ? null
                : TaskRecords.read(kit.disk(), where.task(kit.workspace(), id));
    }

    /** The first of the tasks with which this one goes on, in whose directory it works; null if it goes on with none. */
    String first(TaskRecord record) throws IOException {
        String first = null;
        Set<String> seen = new HashSet<>();
        String session = record.spec().session();
        while (session != null && TaskId.isOne(session) && seen.add(session)) {
            first = session;
            TaskRecord before = ended(session);
            session = before == null ? null : before.spec().session();
        }
        return first;
    }

    /** With which an ended task went on itself; null if it is not there, or does not name one. */
    String before(String id) throws IOException {
        TaskRecord record = ended(id);
        return record == null ? null : record.spec().session();
    }

    /** With which a run goes on: a label, or the id of a task; null if with none. */
    private String session(TaskRecord record, AgentConfig agent) throws IOException {
        String session = of(record.spec().session(), record.memory(), agent);
        return session != null && session.equals(Session.CONTINUE)
                ? last(kit.workspace().agent(agent.name()))
                : session;
    }

    /** The conversation that the agent's program keeps of it itself; null if it keeps none. */
    Strand strand(TaskRecord record, AgentConfig agent) throws IOException {
        String session = session(record, agent);
        if (session == null) {
            return null;
        }
        if (TaskId.isOne(session)) {
            TaskRecord before = ended(session);
            return before == null || before.answer() == 0 ? null : before.strandOf(before.answer());
        }
        Strand last = null;
        SessionFolder folder = kit.workspace().agent(agent.name()).session(session);
        for (ObjectNode line : JsonLines.tail(kit.disk(), folder.history(), TAIL)) {
            if (line.has("answered")) {
                last = Strand.read(line.get("program"));
            }
        }
        return last;
    }

    /** The turns before, the oldest first. */
    List<Turn> before(TaskRecord record, AgentConfig agent) throws IOException {
        String session = session(record, agent);
        AgentFolder folder = kit.workspace().agent(agent.name());
        if (session == null) {
            return List.of();
        }
        return TaskId.isOne(session) ? chain(session) : labelled(folder.session(session));
    }

    /** The label, or else the task, of the last conversation of an agent; null if it has had none. */
    String last(AgentFolder agent) throws IOException {
        String last = null;
        for (ObjectNode line : JsonLines.tail(kit.disk(), agent.history(), TAIL)) {
            if ("ok".equals(Json.text(line, "outcome"))) {
                String label = Json.text(line, "session");
                last = label != null ? label : Json.text(line, "task");
            }
        }
        return last;
    }

    private List<Turn> labelled(SessionFolder session) throws IOException {
        Map<String, Turn> turns = new LinkedHashMap<>();
        for (ObjectNode line : JsonLines.tail(kit.disk(), session.history(), TAIL)) {
            String id = Json.text(line, "id");
            String asked = Json.text(line, "asked");
            String answered = Json.text(line, "answered");
            if (id != null && asked != null && answered != null) {
                // a step that was done again after a crash told it twice
                turns.put(id, new Turn(Json.text(line, "timestamp"), asked, answered));
            }
        }
        List<Turn> all = new ArrayList<>(turns.values());
        return all.subList(Math.max(0, all.size() - TURNS), all.size());
    }

    private List<Turn> chain(String session) throws IOException {
        Deque<Turn> turns = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String id = session;
        while (id != null && TaskId.isOne(id) && seen.add(id) && turns.size() < TURNS) {
            TaskRecord before = ended(id);
            if (before == null) {
                break;
            }
            turns.addFirst(
                    new Turn(before.acceptedAt().toString(), cut(before.spec().text()), answer(id, before)));
            id = before.spec().session();
        }
        return List.copyOf(turns);
    }

    private String answer(String id, TaskRecord record) throws IOException {
        Where where = finder.find(id);
        if (where == null) {
            return "";
        }
        TaskFolder task = where.task(kit.workspace(), id);
        byte[] content = kit.durable().readIfThere(task.result(), WORDS);
        if (content == null) {
            content = kit.durable().readIfThere(task.resultJson(), WORDS);
        }
        if (content == null) {
            return record.why() == null ? "" : "It failed: " + record.why();
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The label that a run's conversation is kept under; null if it is kept under none. */
    static String label(TaskRecord record, AgentConfig agent) {
        String session = of(record.spec().session(), record.memory(), agent);
        return session == null || session.equals(Session.CONTINUE) || TaskId.isOne(session) ? null : session;
    }

    /**
     * Adds a turn that ended well. It may stand there twice after a crash, with one id.
     *
     * @param messages that it was given
     */
    void note(TaskRecord record, AgentConfig agent, Strand strand, List<Message> messages, byte[] answer)
            throws IOException {
        String label = agent == null ? null : label(record, agent);
        AgentFolder folder = kit.workspace().agent(record.agent());
        if (label == null || !kit.durable().exists(folder.path())) {
            return;
        }
        folder.session(label).messages().make(kit.disk());
        ObjectNode line = Json.object();
        line.put("id", record.id() + ":" + record.lastAttempt().number());
        line.put("timestamp", kit.time().now().toString());
        line.put("task", record.id());
        line.put("asked", cut(asked(record, messages)));
        line.put("answered", cut(new String(answer, StandardCharsets.UTF_8)));
        if (strand != null) {
            line.set("program", strand.json());
        }
        JsonLines.append(kit.disk(), folder.session(label).history(), line);
    }

    /** Of a task that messages have made, their words: its own say no more than that there are some. */
    private static String asked(TaskRecord record, List<Message> messages) {
        StringBuilder asked = new StringBuilder(record.spec().text());
        for (Message message : messages) {
            if (asked.length() <= WORDS) {
                asked.append("\nFrom ")
                        .append(message.from())
                        .append(":\n\n")
                        .append(message.text())
                        .append('\n');
            }
        }
        return asked.toString();
    }

    private static String cut(String text) {
        return text.length() <= WORDS ? text : text.substring(0, text.offsetByCodePoints(0, WORDS / 4)) + "…";
    }
}
