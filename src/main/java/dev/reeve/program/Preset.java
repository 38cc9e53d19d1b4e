package dev.reeve.program;

import dev.reeve.agent.AgentConfig;
import dev.reeve.task.Permissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a program is run as an agent, and how what it prints is read: a file of {@code presets/}, built in or the user's
 * own.
 *
 * @param command the program; an agent's own {@code command} takes its place
 * @param install what to do where it is missing; null if nobody says
 * @param arguments for a new conversation
 * @param resume for one that goes on; the same, if the program only takes its id besides
 * @param permissions what each adds; one that is missing is not to be had from this program
 * @param atHome what is added where it works in its own folder of the workspace
 * @param joinedBy what stands between the tools that an agent names
 * @param sandboxesItself with which permissions it makes a sandbox of its own
 */
public record Preset(
        String name,
        List<String> command,
        Version version,
        String install,
        Arguments arguments,
        Arguments resume,
        Map<String, String> env,
        ModelNames models,
        Map<Permissions, Addition> permissions,
        Addition atHome,
        String joinedBy,
        List<Permissions> sandboxesItself,
        Output output) {

    /** What is run for this agent, without what this preset adds. */
    public List<String> command(AgentConfig agent) {
        return agent.command().isEmpty() ? command : agent.command();
    }

    /** True if it keeps conversations of its own, that can be gone on with. */
    public boolean resumes() {
        return resume.has(Blank.CONVERSATION);
    }

    /** True if a conversation can be given its id before it begins. */
    public boolean takesIds() {
        return arguments.has(Blank.NEW_CONVERSATION);
    }

    /** What of these an agent asks for and this program has no way to be told; null if nothing. */
    public String lacks(AgentConfig agent) {
        if (!permissions.containsKey(agent.program().permissions())) {
            return "permissions: " + agent.program().permissions().name().toLowerCase(java.util.Locale.ROOT);
        }
        if (!agent.program().tools().isEmpty() && !arguments.has(Blank.TOOLS)) {
            return "tools";
        }
        return agent.program().mcp() != null && !arguments.has(Blank.MCP) ? "mcp" : null;
    }

    /** Everything behind the command. */
    public List<String> words(Wish wish) {
        return (wish.conversation() == null ? arguments : resume).filled(filling(wish));
    }

    /** Variables that it wants; the agent's own come above them. */
    public Map<String, String> variables(Wish wish) {
        Filling filling = filling(wish);
        Map<String, String> all = new TreeMap<>(env);
        all.putAll(permissions.getOrDefault(wish.permissions(), Addition.NONE).env());
        if (wish.atHome()) {
            all.putAll(atHome.env());
        }
        all.replaceAll((name, text) -> filling.of(text));
        return all;
    }

    private Filling filling(Wish wish) {
        Filling filling = new Filling()
                .with(Blank.MODEL, models.of(wish.model()))
                .with(Blank.CONVERSATION, wish.conversation())
                .with(Blank.NEW_CONVERSATION, wish.conversation() == null ? wish.fresh() : null)
                .with(Blank.TOOLS, String.join(joinedBy, wish.tools()))
                .with(Blank.MCP, wish.mcp())
                .with(Blank.TIMEOUT, wish.timeout() == 0 ? null : wish.timeout())
                .with(Blank.DIRECTORY, wish.places().directory())
                .with(Blank.PROMPT, wish.places().prompt())
                .with(Blank.TASK, wish.places().task())
                .with(Blank.DOOR, wish.places().door())
                .with(Blank.AGENT, wish.places().agent())
                .with(Blank.SHARED, wish.places().shared())
                .with(Blank.WORKSPACE, wish.places().workspace())
                .with(Blank.ARGS, wish.args());
        Addition allowed = permissions.getOrDefault(wish.permissions(), Addition.NONE);
        // these are words with blanks themselves
        List<String> may = allowed.arguments().filled(filling);
        List<String> home = wish.atHome() ? atHome.arguments().filled(filling) : List.of();
        return filling.with(Blank.PERMISSIONS, may).with(Blank.AT_HOME, home);
    }
}
