package dev.reeve.cli.call;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a command writes, and whether a person is looking at it. */
public final class Terminal {

    private static final String CLEAR = "\r\033[K";

    private final Sink bytes;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean outIsWatched;
    private final boolean errIsWatched;
    private final boolean coloured;

    /**
     * @param outIsWatched standard output is a terminal
     * @param errIsWatched standard error is a terminal
     */
    public Terminal(OutputStream out, OutputStream err, boolean outIsWatched, boolean errIsWatched, boolean coloured) {
        this.bytes = new Sink(out);
        this.out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), false);
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.outIsWatched = outIsWatched;
        this.errIsWatched = errIsWatched;
        this.coloured = coloured && outIsWatched;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public boolean outIsWatched() {
        return outIsWatched;
    }

    public boolean errIsWatched() {
        return errIsWatched;
    }

    /** A line for a person, on standard error, which the next one is written over. */
    public void overwrite(String line) {
        if (errIsWatched) {
            err.print(CLEAR + line);
            err.flush();
        }
    }

    /** The text in this colour, or as it is where nobody would see it. */
    public String paint(Colour colour, String text) {
        return coloured ? colour.start() + text + Colour.END : text;
    }

    /** Bytes of an agent's as they are, in their place among the lines. */
    public void copy(byte[] content) {
        out.flush();
        bytes.write(content, 0, content.length);
    }

    /** True once standard output takes nothing any more, as after `| head`. */
    public boolean nobodyReads() {
        out.flush();
        return bytes.failure != null;
    }

    /** @return why standard output is not whole, in words; null if it is, or if its reader went away on purpose */
    public String failure() {
        if (!nobodyReads() || "Broken pipe".equals(bytes.failure.getMessage())) {
            return null;
        }
        return bytes.failure.getMessage();
    }

    /** Standard output: after its first failure it takes nothing more, and remembers what the failure was. */
    private static final class Sink extends OutputStream {
        private final OutputStream to;
        private IOException failure;

        private Sink(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) {
            if (failure != null) {
                return;
            }
            try {
                to.write(content, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
