package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Terminal;
import java.io.IOException;
import java.nio.file.Path;

/** Byte for byte. */
final class AsItIs implements Printed {

    private final Terminal terminal;
    private final Tail tail;

    AsItIs(Invocation invocation) {
        this.terminal = invocation.terminal();
        this.tail = new Tail(invocation.disk());
    }

    @Override
    public void skipToLast(Path file, long lines) throws IOException {
        tail.skipToLast(file, lines);
    }

    @Override
    public boolean copyNew(Path file, boolean last) throws IOException {
        boolean any = false;
        for (byte[] chunk = tail.next(file); chunk.length > 0 && !terminal.nobodyReads(); chunk = tail.next(file)) {
            terminal.copy(chunk);
            any = true;
        }
        return any;
    }
}
