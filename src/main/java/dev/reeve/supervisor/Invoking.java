package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Stat;
import dev.reeve.launch.Unlaunchable;
import dev.reeve.program.Preset;
import dev.reeve.program.Wish;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Permissions;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is run for an agent that is a program of a preset: behind which words, with which variables, in which conversation. */
final class Invoking {

    private final Kit kit;
    private final Conversation conversation;

    Invoking(Kit kit, Conversation conversation) {
        this.kit = kit;
        this.conversation = conversation;
    }

    /** What a preset adds to a command and to an environment. */
    record Added(List<String> words, Map<String, String> variables) {
        static final Added NOTHING = new Added(List.of(), Map.of());
    }

    /**
     * Which program an attempt will be, with the conversation that it goes on with: the task's own, where it has begun one,
     * else the one that the task names.
     *
     * @return null if it is any command of a person's own
     */
    Strand strand(TaskRecord record, AgentConfig agent) throws IOException {
        Preset preset = kit.team().get().preset(agent);
        if (preset == null) {
            return null;
        }
        Strand fresh = Strand.of(preset.name());
        Strand own = last(record, agent);
        Strand before = own != null ? own : conversation.strand(record, agent);
        return before != null && preset.resumes() && before.runtime().equals(preset.name()) ? before : fresh;
    }

    private static Strand last(TaskRecord record, AgentConfig agent) {
        Strand last = null;
        for (AttemptRecord attempt : record.attempts()) {
            if (attempt.strand() != null && attempt.agent().equals(agent.name())) {
                last = attempt.strand();
            }
        }
        return last;
    }

    /** @param task where it will be while it runs */
    Added added(TaskRecord record, AgentConfig agent, Strand strand, TaskFolder task, int attempt, Path directory)
            throws IOException, Unlaunchable {
        if (strand == null) {
            return Added.NOTHING;
        }
        Preset preset = kit.team().get().preset(agent);
        if (preset == null) {
            throw new Unlaunchable("the preset of agent " + agent.name() + " is gone");
        }
        Wish wish = wish(record, agent, strand, task, attempt, directory);
        return new Added(preset.words(wish), preset.variables(wish));
    }

    private Wish wish(TaskRecord record, AgentConfig agent, Strand strand, TaskFolder task, int attempt, Path directory)
            throws IOException, Unlaunchable {
        Permissions asked = record.spec().bounds().permissions();
        Permissions may = agent.program().permissions();
        Path work = kit.workspace().agent(agent.name()).work();
        boolean atHome = record.spec().cwd() == null && agent.cwd() == null && directory.startsWith(work);
        return new Wish(
                asked == null ? may : asked.atMost(may),
                agent.program().tools(),
                mcp(agent),
                agent.program().args(),
                record.spec().model() != null ? record.spec().model() : agent.model(),
                strand.conversation(),
                freshId(),
                atHome,
                AttemptLimits.timeout(record, agent).toSeconds(),
                new Wish.Places(
                        directory,
                        task.attempt(attempt).prompt(),
                        task.path(),
                        task.attempt(attempt).door(),
                        kit.workspace().agent(agent.name()).path(),
                        kit.workspace().shared(),
                        kit.workspace().root()));
    }

    private String mcp(AgentConfig agent) throws IOException, Unlaunchable {
        if (agent.program().mcp() == null) {
            return null;
        }
        Path file = kit.workspace().agent(agent.name()).file(agent.program().mcp());
        Stat stat = kit.disk().stat(file);
        if (stat == null || !stat.isFile()) {
            throw new Unlaunchable("`mcp` of agent " + agent.name() + ": there is no file " + file);
        }
        return file.toString();
    }

    private String freshId() {
        long high = kit.random().getAsLong() & ~0xF000L | 0x4000L;
        long low = kit.random().getAsLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }
}
