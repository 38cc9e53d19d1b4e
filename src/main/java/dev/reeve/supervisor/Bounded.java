package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.task.Permissions;
import dev.reeve.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a task asks for that its agent may not: it narrows what that may, and never widens it. */
final class Bounded {

    private Bounded() {}

    /** @param agent null where nobody knows what it may */
    static List<String> problems(TaskSpec spec, AgentConfig agent) {
        List<String> problems = new ArrayList<>();
        Permissions asked = spec.bounds().permissions();
        if (agent != null && asked != null && asked.compareTo(agent.program().permissions()) > 0) {
            problems.add("`permissions: " + word(asked) + "` is more than agent `" + agent.name() + "` may, which is `"
                    + word(agent.program().permissions()) + "`. Write at most that, or leave the key out; what an agent"
                    + " may stands in its agent.yaml.");
        }
        return problems;
    }

    private static String word(Permissions permissions) {
        return permissions.name().toLowerCase(Locale.ROOT);
    }
}
