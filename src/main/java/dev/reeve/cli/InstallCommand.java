package dev.reeve.cli;

import dev.reeve.cli.setup.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reeve install}: has launchd or systemd keep a workspace's supervisor running. */
@Command(
        name = "install",
        description = "Has launchd (macOS) or systemd (Linux) keep `reeve up` running for a workspace, as you.",
        exitCodeList = {"0:done", "2:it could not be installed, or not started", "4:no such workspace"},
        footer = "  reeve install --dry-run")
final class InstallCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions options;

    InstallCommand() {
        this(Surroundings.real());
    }

    InstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Service service = options.service(surroundings);
        ServiceOptions.installed(surroundings, service);
        PrintWriter out = spec.commandLine().getOut();
        StepRunner steps = new StepRunner(surroundings.programs(), out);
        if (options.dryRun()) {
            out.println("Would write " + service.file() + ":");
            out.println();
            service.definition().lines().forEach(line -> out.println("    " + line));
            out.println();
            steps.show(service.start());
        } else {
            Files.createDirectories(service.file().getParent());
            surroundings.durable().replace(service.file(), service.definition().getBytes(StandardCharsets.UTF_8));
            out.println("Wrote " + service.file());
            steps.run(service.start(), "Reeve is installed, and not started.");
            out.println("Reeve keeps this workspace running now, and again whenever it ends.");
        }
        out.println();
        out.println("What only you can do:");
        service.advice().forEach(advice -> out.println("- " + advice));
        out.flush();
        return Exit.DONE;
    }
}
