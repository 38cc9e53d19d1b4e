package dev.reeve.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program that ends at once, to learn whether it works here. */
final class Trial {

    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_WORDS = 500;

    private Trial() {}

    /** @return null if it ended well */
    static String of(List<String> argv) {
        try {
            ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
            builder.environment().clear();
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "it did not end within " + PATIENCE_SECONDS + " s";
            }
            // as much as a pipe holds is there, though its program is gone
            byte[] words = process.getInputStream().readNBytes(MOST_WORDS);
            return process.exitValue() == 0
                    ? null
                    : new String(words, StandardCharsets.UTF_8).strip() + " (exit status " + process.exitValue() + ")";
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }
}
