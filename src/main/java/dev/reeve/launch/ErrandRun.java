package dev.reeve.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/** Runs an errand, and kills it with all that it has started when its time is over. */
final class ErrandRun {

    /** Of each stream. What is more is read, so that nobody waits for a full pipe, and forgotten. */
    private static final int MOST = 4 << 20;

    private ErrandRun() {}

    static Errand.Outcome of(Errand errand) throws IOException {
        return of(errand, errand.argv(), pid -> {});
    }

    /**
     * @param argv with what stands before the errand's own words
     * @param after what else is done when it is over, to whatever it has left behind
     */
    static Errand.Outcome of(Errand errand, List<String> argv, LongConsumer after) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(errand.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(errand.environment());
        Process process = builder.start();
        write(errand.input(), process.getOutputStream());
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
            after.accept(process.pid());
        }
    }

    /** Beside the rest: whoever reads nothing would keep a full pipe waiting. */
    private static void write(String input, OutputStream stream) throws IOException {
        if (input.isEmpty()) {
            stream.close();
            return;
        }
        thread(() -> {
            try (stream) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it did not want to read all of it
            }
        });
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "errand");
        thread.setDaemon(true);
        thread.start();
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> whole = new CompletableFuture<>();
        thread(() -> {
            try (stream) {
                byte[] first = stream.readNBytes(MOST);
                stream.transferTo(OutputStream.nullOutputStream());
                whole.complete(new String(first, StandardCharsets.UTF_8));
            } catch (IOException e) {
                whole.completeExceptionally(e);
            }
        });
        return whole;
    }
}
