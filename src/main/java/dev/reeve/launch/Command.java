package dev.reeve.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the system that ends by itself within moments. */
final class Command {

    private static final long PATIENCE_SECONDS = 30;

    private Command() {}

    /** What it printed. Its status does not matter: a ps that finds nothing prints nothing. */
    static String output(List<String> argv) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        awaitEnd(process, argv);
        return output;
    }

    private static void awaitEnd(Process process, List<String> argv) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(argv.get(0) + " did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(argv.get(0) + " was interrupted", e);
        }
    }
}
