package dev.reeve.cli;

import dev.reeve.cli.setup.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reeve uninstall}: takes back what {@code reeve install} did. */
@Command(
        name = "uninstall",
        description = "Takes back what `reeve install` did. Agents that are at work go on, and the workspace stays.",
        exitCodeList = {"0:done", "2:what is installed is not this workspace's", "4:no such workspace, or not installed"
        },
        footer = "  reeve uninstall")
final class UninstallCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions options;

    UninstallCommand() {
        this(Surroundings.real());
    }

    UninstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Service service = options.service(surroundings);
        if (ServiceOptions.installed(surroundings, service) == null) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    service.name() + " is not installed: there is no " + service.file()
                            + ". Was it installed with another --label?");
        }
        PrintWriter out = spec.commandLine().getOut();
        StepRunner steps = new StepRunner(surroundings.programs(), out);
        if (options.dryRun()) {
            steps.show(service.stop());
            out.println("Would remove " + service.file());
            steps.show(service.forget());
        } else {
            steps.run(service.stop(), "Nothing was removed.");
            surroundings.durable().disk().remove(service.file());
            out.println("Removed " + service.file());
            steps.run(service.forget(), "");
            out.println("Agents that were at work go on; the next `reeve up` finds them.");
        }
        out.flush();
        return Exit.DONE;
    }
}
