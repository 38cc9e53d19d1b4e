package dev.reeve.cli.service;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reeve install}: has launchd or systemd keep a workspace's supervisor running. */
@Command(
        name = "install",
        description = "Has launchd (macOS) or systemd (Linux) keep `reeve up` running for a workspace, as you.",
        exitCodeList = {"0:done", "2:it could not be installed, or not started", "4:no such workspace"},
        footer = "  reeve install --dry-run")
public final class InstallCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private ServiceOptions options;

    public InstallCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Service service = options.service(invocation);
        ServiceOptions.installed(invocation, service);
        StepRunner steps = new StepRunner(invocation);
        if (options.dryRun()) {
            invocation.say("Would write " + service.file() + ":");
            invocation.say("");
            service.definition().lines().forEach(line -> invocation.say("    " + line));
            invocation.say("");
            steps.show(service.start());
        } else {
            Files.createDirectories(service.file().getParent());
            invocation.durable().replace(service.file(), service.definition().getBytes(StandardCharsets.UTF_8));
            invocation.say("Wrote " + service.file());
            steps.run(service.start(), "Reeve is installed, and not started.");
            invocation.say("Reeve keeps this workspace running now, and again whenever it ends.");
        }
        invocation.say("");
        invocation.say("What only you can do:");
        service.advice().forEach(advice -> invocation.say("- " + advice));
        return Exit.DONE;
    }
}
