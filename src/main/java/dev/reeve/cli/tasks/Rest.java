package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.call.UserError;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Waiter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A wait of an attempt for its children: from the moment it is registered its task's places are lent to them, and it ends
 * only with the places back.
 */
public final class Rest implements AutoCloseable {

    private final Invocation invocation;
    private final Inside inside;
    private final Waiter waiter;

    private Rest(Invocation invocation, Inside inside, Waiter waiter) {
        this.invocation = invocation;
        this.inside = inside;
        this.waiter = waiter;
    }

    public static Rest begin(Invocation invocation, Inside inside) throws IOException {
        Seen self = RealProcesses.ofThisMachine().look(ProcessHandle.current().pid());
        if (self == null) {
            throw new IOException("this process can't be found among those of this machine");
        }
        Waiter waiter = new Waiter(self.identity(), false);
        try {
            invocation.disk().create(inside.attempt().waits().resolve(waiter.name()), new byte[0]);
        } catch (NoSuchFileException e) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "this attempt is over, or its folder was moved: "
                            + inside.attempt().waits() + " is not there, so nothing can be waited for.");
        }
        return new Rest(invocation, inside, waiter);
    }

    /** Asks for the places, and has them when it returns. */
    @Override
    public void close() throws IOException {
        Path back = inside.attempt().waits().resolve(waiter.askingBack().name());
        try {
            invocation.disk().rename(inside.attempt().waits().resolve(waiter.name()), back);
        } catch (NoSuchFileException e) {
            // the attempt is being stopped: there are no places any more
            return;
        }
        Poll poll = invocation.poll(null).brisk();
        while (invocation.durable().exists(back) && poll.again()) {
            // whoever gives them back removes it
        }
    }
}
