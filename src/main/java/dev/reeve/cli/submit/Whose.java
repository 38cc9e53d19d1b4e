package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.files.Programs;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.settings.Settings;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;

/** Whose work a task would be, and through which door it comes. What would be nobody's is refused at once. */
final class Whose {

    private final Invocation invocation;
    private final Workspace here;

    Whose(Invocation invocation, Workspace here) {
        this.invocation = invocation;
        this.here = here;
    }

    /** The door of the children of an attempt. */
    Path spawn(Inside inside) throws IOException {
        Path spawn = inside.attempt().spawn();
        if (!invocation.durable().exists(spawn)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "this attempt is over, or its folder was moved: " + spawn
                            + " is not there. `--detach` submits it as" + " a task of its own.");
        }
        return spawn;
    }

    /** @param agent null if nobody was named on the command line */
    Path door(TaskSource source, String agent) throws IOException {
        if (agent != null) {
            check(agent);
            return here.agent(agent).tasks();
        }
        // a file may name its agent itself; words can't
        if (source instanceof TaskSource.OfText) {
            checkDefault();
        }
        return here.tasks();
    }

    void checkDefault() throws IOException {
        Reading<Settings> settings = settings();
        // where reeve.yaml can't be understood a supervisor may have a good one in force, and tells of it
        if (settings.current()
                && settings.value().defaultAgent() == null
                && settings.value().routes().isEmpty()) {
            throw new UserError(
                    Exit.USAGE,
                    "whose work is it? Name an agent with --agent, or write `default_agent: NAME` into "
                            + here.settings() + "." + Doors.thereAre(new Doors(invocation.disk(), here).agents()));
        }
    }

    void check(String agent) throws IOException {
        new Doors(invocation.disk(), here).check(agent);
    }

    Reading<Settings> settings() {
        return new ConfigurationReader(invocation.disk(), here, Programs.ofThisMachine(), invocation.searchPath())
                .readSettings();
    }
}
