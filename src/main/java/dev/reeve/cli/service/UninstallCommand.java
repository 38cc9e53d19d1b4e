package dev.reeve.cli.service;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reeve uninstall}: takes back what {@code reeve install} did. */
@Command(
        name = "uninstall",
        description = "Takes back what `reeve install` did. Agents that are at work go on, and the workspace stays.",
        exitCodeList = {"0:done", "2:what is installed is not this workspace's", "4:no such workspace, or not installed"
        },
        footer = "  reeve uninstall")
public final class UninstallCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private ServiceOptions options;

    public UninstallCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Service service = options.service(invocation);
        if (ServiceOptions.installed(invocation, service) == null) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    service.name() + " is not installed: there is no " + service.file()
                            + ". Was it installed with another --label?");
        }
        StepRunner steps = new StepRunner(invocation);
        if (options.dryRun()) {
            steps.show(service.stop());
            invocation.say("Would remove " + service.file());
            steps.show(service.forget());
        } else {
            steps.run(service.stop(), "Nothing was removed.");
            invocation.durable().disk().remove(service.file());
            invocation.say("Removed " + service.file());
            steps.run(service.forget(), "");
            invocation.say("Agents that were at work go on; the next `reeve up` finds them.");
        }
        return Exit.DONE;
    }
}
