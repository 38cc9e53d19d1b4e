package dev.reeve.agent;

import dev.reeve.task.Permissions;
import java.util.List;

/**
 * Which program an agent is, and how it is asked.
 *
 * @param runtime {@code exec}, {@code human}, or the name of a preset
 * @param tools as the program names them; none: all that its permissions allow
 * @param mcp a file of the agent's folder; null for none
 * @param args more arguments for a preset
 */
public record Program(String runtime, Permissions permissions, List<String> tools, String mcp, List<String> args) {

    public static final String EXEC = "exec";

    /** A command line of the person's own. */
    public static final Program ANY = new Program(EXEC, Permissions.EDIT, List.of(), null, List.of());

    /** Nobody's program: what a task of it asks for, a person answers. */
    public static final String HUMAN = "human";

    public boolean isExec() {
        return runtime.equals(EXEC);
    }

    public boolean isPerson() {
        return runtime.equals(HUMAN);
    }

    /** It is run as one of the presets says. */
    public boolean isOfPreset() {
        return !isExec() && !isPerson();
    }
}
