package dev.reeve.launch;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shell script around every program of an agent, and the session that it runs in. What it does, and the forms of
 * its files, stand in {@code shim.sh}.
 */
public final class Shim {

    private static final Path SHELL = Path.of("/bin/sh");

    private final Path script;
    private final Path shell;
    private final List<String> session;

    Shim(Path script, Path shell, List<String> session) {
        this.script = script;
        this.shell = shell;
        this.session = session;
    }

    /** Puts the script into the workspace, under the hash of its content, so that no running shell's script changes. */
    public static Shim install(Durable durable, Workspace workspace) throws IOException {
        return install(durable, workspace, SHELL);
    }

    static Shim install(Durable durable, Workspace workspace, Path shell) throws IOException {
        byte[] content = Resource.bytes("shim.sh");
        Path script = workspace.shim(Hash.hex(content, 12));
        if (!holds(durable, script, content)) {
            // looked at anew at each start
            durable.replaceUnforced(script, content);
        }
        return new Shim(script, shell, Session.starter(Files::isExecutable));
    }

    private static boolean holds(Durable durable, Path script, byte[] content) throws IOException {
        Stat stat = durable.disk().stat(script);
        return stat != null
                && stat.isFile()
                && stat.size() == content.length
                && Arrays.equals(durable.disk().read(script, 0, content.length), content);
    }

    /**
     * The whole command line that runs a program as this attempt.
     *
     * @param program its first word is an absolute path
     */
    public List<String> argv(AttemptFolder attempt, Home home, List<String> program) {
        List<String> argv = new ArrayList<>(session);
        argv.add(shell.toString());
        argv.add(script.toString());
        argv.add(attempt.path().toString());
        argv.add(home.boot());
        argv.addAll(program);
        return List.copyOf(argv);
    }
}
