package dev.reeve.cli.look;

import dev.reeve.cli.call.Phrases;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The terminal's own settings, which only {@code stty} can tell and change. Without it, all stays as it is. */
final class Keyboard {

    private static final Size USUAL = new Size(24, 80);

    record Size(int rows, int columns) {}

    private String before;

    /** A key is read as it is pressed, and not shown. */
    void letterByLetter() {
        before = stty("-g");
        stty("-icanon", "-echo");
    }

    void asBefore() {
        if (before != null && !before.isEmpty()) {
            stty(before);
        }
    }

    Size size() {
        String[] told = Phrases.or(stty("size"), "").split(" ");
        try {
            Size size = told.length == 2 ? new Size(Integer.parseInt(told[0]), Integer.parseInt(told[1])) : USUAL;
            return size.rows() > 0 && size.columns() > 0 ? size : USUAL;
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    /** @return what it said, or null if it could not be asked */
    private static String stty(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "stty";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 ? said : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
