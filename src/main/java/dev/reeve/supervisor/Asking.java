package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.TaskSpec;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a task may ask of others. What is beyond a limit that can't free itself is refused, in words for who asked. */
final class Asking {

    private final Kit kit;
    private final Finder finder;
    private final Families families;

    Asking(Kit kit, Finder finder, Families families) {
        this.kit = kit;
        this.finder = finder;
        this.families = families;
    }

    /** @return the task that asks; null if it is not there any more, or has ended */
    TaskRecord parent(String asking) throws IOException {
        Where where = finder.find(asking);
        if (where == null || where.state().ended()) {
            return null;
        }
        return TaskRecords.read(kit.disk(), where.task(kit.workspace(), asking));
    }

    /**
     * @param spec what is asked for
     * @param agent whose work it would be
     */
    List<String> problems(TaskRecord parent, Door.Asker asker, TaskSpec spec, String agent) throws IOException {
        List<String> problems = new ArrayList<>();
        var limits = kit.team().get().limits();
        int depth = parent.depth() + 1;
        if (depth > limits.maxDepth()) {
            problems.add("It would be a child of depth " + depth + ", and `limits.max_depth` is " + limits.maxDepth()
                    + ". Do this work in the task itself.");
        }
        String asking = askingAgent(parent, asker);
        AgentConfig config = kit.team().get().config(asking);
        if (config != null && !config.mayAsk(agent)) {
            problems.add("Agent `" + asking + "` may not ask `" + agent + "`: " + names(config));
        }
        String told = Reporting.agent(kit, spec.reportTo());
        if (config != null && told != null && !config.mayAsk(told)) {
            problems.add("`report_to: " + spec.reportTo() + "`: agent `" + asking + "` may not write to `" + told
                    + "`: " + names(config));
        }
        if (!asker.review() && spec.verify() != null) {
            problems.addAll(verifying(spec, asking, config, agent));
        }
        if (spec.priority() != null && spec.priority() < parent.priority()) {
            problems.add("`priority: " + spec.priority() + "` is more urgent than the task that asks for it, which has "
                    + parent.priority() + ". Leave it out: a child has its parent's.");
        }
        TaskRecord same = sameWork(parent, spec, agent);
        if (same != null) {
            problems.add("It is a loop: agent `" + agent + "` has this very work already, as " + same.id()
                    + ", for which this is asked.");
        }
        if (problems.isEmpty() && families.size(parent.root()) >= limits.maxTree()) {
            problems.add("The tree of " + parent.root() + " has " + limits.maxTree()
                    + " tasks, as many as `limits.max_tree` allows.");
        }
        return problems;
    }

    /** A command is run with the rights of whoever did the work: nobody may write one for another. */
    private static List<String> verifying(TaskSpec spec, String asking, AgentConfig config, String agent) {
        String reviewer = spec.verify().agent();
        if (reviewer != null) {
            return config == null || config.mayAsk(reviewer)
                    ? List.of()
                    : List.of("`verify`: agent `" + asking + "` may not ask `" + reviewer + "`: " + names(config));
        }
        String next = spec.fallback() != null ? spec.fallback() : config == null ? null : config.fallback();
        String other = !agent.equals(asking) ? agent : next;
        return other == null || other.equals(asking)
                ? List.of()
                : List.of("`verify` is a command that agent `" + asking + "` wrote, and it would run with the rights of"
                        + " agent `" + other
                        + "`. Name who looks at the answer, `verify: {agent: NAME}`, or leave it to"
                        + " the `verify` of that agent's own configuration.");
    }

    private static String names(AgentConfig config) {
        return "its `may_ask` names " + (config.mayAsk().isEmpty() ? "nobody" : String.join(", ", config.mayAsk()))
                + ".";
    }

    private static String askingAgent(TaskRecord parent, Door.Asker asker) {
        return parent.attempts().stream()
                .filter(attempt -> attempt.number() == asker.attempt())
                .map(attempt -> attempt.agent())
                .findFirst()
                .orElse(parent.agent());
    }

    /** Who among those for whom this is asked has the same work. */
    private TaskRecord sameWork(TaskRecord parent, TaskSpec spec, String agent) throws IOException {
        TaskRecord one = parent;
        while (one != null) {
            if (one.agent().equals(agent)
                    && one.spec().text().strip().equals(spec.text().strip())) {
                return one;
            }
            one = one.kin() == null || one.kin().alone()
                    ? null
                    : parent(one.kin().parent());
        }
        return null;
    }
}
