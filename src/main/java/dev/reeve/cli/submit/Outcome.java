package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.tasks.Ending;
import dev.reeve.cli.tasks.Vigil;
import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waits for one task, shows a person how it goes, and prints what it came to. */
public final class Outcome {

    private static final int CHUNK = 64 << 10;
    private static final String CLEAR = "\r\033[K";

    private final Invocation invocation;
    private final Workspace workspace;

    public Outcome(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    /** @param limit how long at most; null for as long as it takes */
    public int await(String id, Duration limit) throws IOException {
        Instant since = invocation.now();
        Vigil vigil = new Vigil(invocation.disk(), workspace, id);
        Poll poll = invocation.poll(limit);
        Ending ending = vigil.look();
        while (ending == null) {
            String held = vigil.heldNow();
            if (held != null) {
                progress("");
                invocation.note(held);
            }
            String place = vigil.last() == null ? "" : vigil.last().place();
            progress(place + " " + Phrases.since(since, invocation.now()));
            if (!poll.again()) {
                progress("");
                invocation.note(id + " has not ended when the time was up. `reeve wait " + id + "` waits on.");
                return Exit.TIMED_OUT;
            }
            ending = vigil.look();
        }
        progress("");
        tell(ending);
        return ending.exit();
    }

    private void tell(Ending ending) throws IOException {
        if (ending.isDone()) {
            TaskFolder folder = ending.last().folder();
            copy(invocation.durable().exists(folder.result()) ? folder.result() : folder.resultJson());
            return;
        }
        invocation.note(ending.line());
        Path why = ending.last() == null ? null : ending.last().folder().why();
        byte[] content = why == null ? null : invocation.durable().readIfThere(why, CHUNK);
        if (content != null) {
            invocation.terminal().err().println(new String(content, StandardCharsets.UTF_8).stripTrailing());
        }
    }

    private void copy(Path file) throws IOException {
        Disk disk = invocation.disk();
        Stat stat = disk.stat(file);
        for (long offset = 0; stat != null && offset < stat.size(); ) {
            byte[] chunk = disk.read(file, offset, CHUNK);
            if (chunk.length == 0) {
                return;
            }
            invocation.terminal().copy(chunk);
            offset += chunk.length;
        }
    }

    /** The line that says where it is, written over itself. */
    private void progress(String line) {
        if (invocation.terminal().errIsWatched()) {
            invocation.terminal().err().print(CLEAR + line);
            invocation.terminal().err().flush();
        }
    }
}
