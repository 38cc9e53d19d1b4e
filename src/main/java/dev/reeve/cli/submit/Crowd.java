package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.tasks.Ending;
import dev.reeve.cli.tasks.Vigil;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The watch over many tasks: how many have ended, and how. */
final class Crowd {

    private final Invocation invocation;
    private final List<Vigil> out = new ArrayList<>();
    private final int all;
    private int done;
    private int failed;

    Crowd(Invocation invocation, Workspace workspace, List<String> ids) {
        this.invocation = invocation;
        this.all = ids.size();
        ids.forEach(id -> out.add(new Vigil(invocation.disk(), workspace, id)));
    }

    /** @return as in "12 done, 1 failed of 50" */
    String count() {
        return Phrases.count(done) + " done, " + Phrases.count(failed) + " failed of " + Phrases.count(all);
    }

    /** @return those that have ended since the last look */
    List<Ending> look() throws IOException {
        List<Ending> endings = new ArrayList<>();
        for (Iterator<Vigil> each = out.iterator(); each.hasNext(); ) {
            Vigil vigil = each.next();
            Ending ending = vigil.look();
            if (ending == null) {
                String held = vigil.heldNow();
                if (held != null) {
                    invocation.terminal().overwrite("");
                    invocation.note(held);
                }
                continue;
            }
            each.remove();
            endings.add(ending);
            done += ending.isDone() ? 1 : 0;
            failed += ending.isDone() ? 0 : 1;
        }
        return endings;
    }

    /**
     * Waits for all of them, and prints a line for each as it ends.
     *
     * @param limit how long at most; null for as long as it takes
     */
    int await(Duration limit) throws IOException {
        Instant since = invocation.now();
        Poll poll = invocation.poll(limit);
        while (true) {
            for (Ending ending : look()) {
                invocation.terminal().overwrite("");
                invocation.say(ending.line());
                invocation.terminal().out().flush();
                poll.quicken();
            }
            if (out.isEmpty()) {
                invocation.terminal().overwrite("");
                return failed == 0 ? Exit.DONE : Exit.FAILED;
            }
            invocation.terminal().overwrite(count() + " " + Phrases.since(since, invocation.now()));
            if (!poll.again()) {
                invocation.terminal().overwrite("");
                invocation.note(out.size() + " of them have not ended when the time was up.");
                return Exit.TIMED_OUT;
            }
        }
    }
}
