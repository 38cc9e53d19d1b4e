package dev.reeve.program;

import dev.reeve.task.Permissions;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of a program is to be.
 *
 * @param tools as the program names them; none: all that its permissions allow
 * @param mcp a file; null for none
 * @param model null where none is set
 * @param conversation the program's own id of the one to go on with; null for a new one
 * @param fresh an id for a new one, for programs that take one
 * @param atHome it works in its own folder of the workspace, whose context files are in its prompt already
 * @param timeout in seconds; 0 for none
 */
public record Wish(
        Permissions permissions,
        List<String> tools,
        String mcp,
        List<String> args,
        String model,
        String conversation,
        String fresh,
        boolean atHome,
        long timeout,
        Places places) {

    /** Where things are. @param door of the attempt @param agent its folder */
    public record Places(Path directory, Path prompt, Path task, Path door, Path agent, Path shared, Path workspace) {}
}
