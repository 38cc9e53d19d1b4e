package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Shows a page on a terminal and draws it anew each second. Each line is written over the old one and only then cleared
 * to its end, so that nothing flickers.
 */
final class Redraw {

    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration KEY = Duration.ofMillis(100);
    private static final String OTHER_SCREEN = "\033[?1049h\033[?25l";
    private static final String BACK = "\033[?25h\033[?1049l";
    private static final String TOP = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_REST = "\033[J";

    /** What is shown. */
    @FunctionalInterface
    interface Page {
        List<String> lines() throws IOException;
    }

    private final Invocation invocation;
    private final Page page;
    private final Keyboard keyboard;

    Redraw(Invocation invocation, Page page) {
        this.invocation = invocation;
        this.page = page;
        this.keyboard = new Keyboard();
    }

    void untilQuit() throws IOException {
        PrintWriter out = invocation.terminal().out();
        Thread restore = new Thread(this::restore);
        Runtime.getRuntime().addShutdownHook(restore);
        keyboard.letterByLetter();
        out.print(OTHER_SCREEN);
        try {
            do {
                draw(out);
            } while (!quits());
        } finally {
            restore();
            Runtime.getRuntime().removeShutdownHook(restore);
        }
    }

    private void restore() {
        PrintWriter out = invocation.terminal().out();
        out.print(BACK);
        out.flush();
        keyboard.asBefore();
    }

    private void draw(PrintWriter out) throws IOException {
        List<String> lines = page.lines();
        Keyboard.Size size = keyboard.size();
        int most = Math.max(1, size.rows() - 1);
        StringBuilder screen = new StringBuilder(TOP);
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            screen.append(fit(lines.get(i), size.columns())).append(CLEAR_LINE).append("\r\n");
        }
        out.print(screen.append(CLEAR_REST));
        out.flush();
    }

    /** The line, no wider than the terminal; colours take no room. */
    static String fit(String line, int columns) {
        StringBuilder fitting = new StringBuilder();
        int used = 0;
        boolean colour = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            colour |= letter == '\033';
            if (colour) {
                fitting.append(letter);
                colour = letter != 'm';
            } else if (used < columns) {
                fitting.append(letter);
                used++;
            }
        }
        return fitting.toString();
    }

    /** Lets a second pass. */
    private boolean quits() throws IOException {
        Instant next = invocation.now().plus(EACH);
        while (invocation.now().isBefore(next)) {
            while (invocation.input().available() > 0) {
                int key = invocation.input().read();
                if (key == 'q' || key == 'Q' || key < 0) {
                    return true;
                }
            }
            try {
                invocation.sleeper().sleep(KEY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return invocation.terminal().nobodyReads();
    }
}
