package dev.reeve.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an errand, and kills it with all that it has started when its time is over. */
final class ErrandRun {

    /** Of each stream. What is more is read, so that nobody waits for a full pipe, and forgotten. */
    private static final int MOST = 4 << 20;

    private ErrandRun() {}

    static Errand.Outcome of(Errand errand) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(errand.argv()).directory(errand.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(errand.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = reading(process.getInputStream());
        CompletableFuture<String> err = reading(process.getErrorStream());
        try {
            // a child of its own may hold the streams longer than it lives
            CompletableFuture.allOf(out, err, process.onExit())
                    .get(errand.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Errand.Outcome(process.exitValue(), out.join(), err.join());
        } catch (TimeoutException e) {
            throw new IOException("it did not end within " + errand.patience().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> whole = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (stream) {
                        byte[] first = stream.readNBytes(MOST);
                        stream.transferTo(OutputStream.nullOutputStream());
                        whole.complete(new String(first, StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        whole.completeExceptionally(e);
                    }
                },
                "errand");
        reader.setDaemon(true);
        reader.start();
        return whole;
    }
}
