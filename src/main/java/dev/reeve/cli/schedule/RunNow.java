package dev.reeve.cli.schedule;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.files.Durable;
import dev.reeve.launch.Environment;
import dev.reeve.launch.Errand;
import dev.reeve.launch.RealProcesses;
import dev.reeve.schedule.Schedule;
import dev.reeve.schedule.Schedule.Deed;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Does what a schedule does, as a person who asks for it: no slot of it is touched. */
final class RunNow {

    private final Invocation invocation;
    private final Workspace workspace;
    private final Durable durable;

    RunNow(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.durable = invocation.durable();
    }

    int run(String name) throws IOException {
        Files files = new Files(invocation, workspace);
        Schedule schedule = files.get(name);
        if (schedule.deed() instanceof Deed.Command command) {
            return run(name, command, files);
        }
        String id = TaskId.make(invocation.now(), invocation.random(), name);
        if (schedule.deed() instanceof Deed.Event event) {
            invocation.say(drop(event, name, event.type() + "-" + id + ".json"));
        } else {
            drop((Deed.Task) schedule.deed(), id);
            invocation.say(id);
        }
        if (LivingSupervisor.of(durable, workspace) == null) {
            invocation.note("no supervisor runs here: it is taken when one starts (`reeve up`).");
        }
        return Exit.DONE;
    }

    private void drop(Deed.Task task, String id) throws IOException {
        TaskFolder making = TaskFolder.beingDropped(workspace.tasks(), id);
        durable.disk().makeFolder(making.path());
        try {
            durable.disk().create(making.task("md"), task.page().getBytes(StandardCharsets.UTF_8));
            durable.forceTree(making.path());
            durable.move(
                    making.path(), TaskFolder.dropped(workspace.tasks(), id).path());
        } catch (IOException e) {
            durable.removeTree(making.path());
            throw e;
        }
    }

    private String drop(Deed.Event event, String schedule, String file) throws IOException {
        Path making = workspace.events().resolve("." + file);
        try {
            durable.disk().create(making, event.file(schedule, invocation.now()));
            durable.disk().forceFile(making);
            durable.move(making, workspace.events().resolve(file));
        } catch (IOException e) {
            durable.removeTree(making);
            throw e;
        }
        return file;
    }

    private int run(String name, Deed.Command command, Files files) {
        Path home = invocation.origin().reeveHome();
        try {
            Errand.Outcome outcome = RealProcesses.ofThisMachine()
                    .run(new Errand(
                            List.of("/bin/sh", "-c", command.line()),
                            workspace.root(),
                            Environment.ofCommand(
                                    invocation.origin().usersOwn(),
                                    files.settings().passEnv(),
                                    home == null ? Path.of("/usr/local/bin") : home,
                                    workspace),
                            command.timeout()));
            invocation.terminal().out().print(outcome.out());
            invocation.terminal().err().print(outcome.err());
            if (outcome.exit() == 0) {
                return Exit.DONE;
            }
            invocation.note("the command of " + name + " failed: exit " + outcome.exit() + ".");
            return Exit.FAILED;
        } catch (IOException e) {
            throw new UserError(Exit.FAILED, "the command of " + name + " failed: " + e.getMessage() + ".");
        }
    }
}
