package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.launch.RealProcesses;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Time;
import dev.reeve.supervisor.Until;
import dev.reeve.supervisor.World;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reeve up}: supervises a workspace until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Supervises the workspace: takes what is dropped, starts agents, and puts results beside their tasks.",
            "Ctrl-C or SIGTERM ends it. Agents that are at work then go on by themselves, and the next `reeve up` finds"
                    + " them again."
        },
        exitCodeList = {
            "0:ended as it was asked to",
            "2:it can't start: another supervisor is at work here, or the workspace is incomplete",
            "4:no such workspace"
        },
        footer = "  reeve up -w my-team")
final class UpCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--until-idle",
            description = "End as soon as nothing is at work, and nothing would go on by itself.")
    private boolean untilIdle;

    @Option(
            names = "--drain",
            description = "When it is told to stop, wait for running agents up to `grace`, then stop them. They are"
                    + " queued again, with no retry used.")
    private boolean drain;

    UpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // one name for one folder: processes are told apart by it
        Workspace found = new Workspace(workspace.find(invocation).root().toRealPath());
        Hints hints = new Hints();
        try (Supervisor supervisor = Supervisor.open(found, world(invocation), hints)) {
            invocation.note("supervising " + found.root() + " with pid "
                    + ProcessHandle.current().pid());
            new RunUntilShutdown(supervisor, drain).run(untilIdle ? Until.IDLE : Until.STOPPED);
        } catch (AlreadyRunning e) {
            throw new UserError(Exit.USAGE, e.getMessage() + ".");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, e.getMessage());
        }
        return Exit.DONE;
    }

    /** The real world, as this call of the command line has it. */
    static World world(Invocation invocation) throws IOException {
        Path home = invocation.origin().reeveHome();
        return new World(
                invocation.durable(),
                RealProcesses.ofThisMachine(),
                Time.system(),
                invocation.random(),
                invocation.origin().usersOwn(),
                Programs.ofThisMachine(),
                Outside.ofThisMachine(),
                home == null ? Path.of("/usr/local/bin") : home,
                ProcessHandle.current().pid(),
                host(),
                Version.text(),
                true);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
