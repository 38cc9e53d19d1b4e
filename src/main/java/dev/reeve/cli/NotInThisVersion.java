package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command whose name is promised and whose work is not there yet: answered, never silently accepted. */
@Command(
        description = "Not in this version.",
        exitCodeList = "2:always",
        footer = "  reeve --help    lists the commands of this version")
final class NotInThisVersion implements Callable<Integer> {

    private final String name;

    NotInThisVersion(String name) {
        this.name = name;
    }

    @Override
    public Integer call() {
        throw new UserError(Exit.USAGE, "`" + name + "` is not in this version. `reeve --help` lists what is.");
    }
}
