package dev.reeve.agent;

import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Numbers;
import dev.reeve.text.Sizes;
import java.time.Duration;

/**
 * How much of the machine one attempt may take. Null is no bound of Reeve's.
 *
 * @param memory bytes
 * @param output bytes that are kept of what it prints, of each of its two streams
 * @param files open at once in one process
 * @param cpu time of the processor
 * @param processes at once
 */
public record Resources(Long memory, Long output, Integer files, Duration cpu, Integer processes) {

    public static final Resources UNBOUNDED = new Resources(null, null, null, null, null);

    private static final Key<Long> MEMORY = new Key<>("memory", Sizes.between(1 << 20, 1L << 50));
    private static final Key<Long> OUTPUT = new Key<>("output", Sizes.between(1 << 10, 1L << 40));
    private static final Key<Integer> FILES = new Key<>("open_files", Numbers.between(16, 10_000_000));
    private static final Key<Duration> CPU = new Key<>("cpu", Durations.atLeast(Duration.ofSeconds(1)));
    private static final Key<Integer> PROCESSES = new Key<>("processes", Numbers.between(2, 10_000_000));
    private static final Form FORM = Form.of(MEMORY, OUTPUT, FILES, CPU, PROCESSES)
            .elsewhere("memory", "mem", "ram", "max_memory", "rss")
            .elsewhere("output", "log", "logs", "stdout")
            .elsewhere("open_files", "files", "nofile", "fds")
            .elsewhere("cpu", "cpu_time")
            .elsewhere("processes", "pids", "nproc", "tasks", "threads");

    public static final Key<Resources> KEY = new Key<>("resources", value -> {
        Fields fields = FORM.read(value);
        return fields == null
                ? null
                : new Resources(
                        fields.read(MEMORY),
                        fields.read(OUTPUT),
                        fields.read(FILES),
                        fields.read(CPU),
                        fields.read(PROCESSES));
    });
}
