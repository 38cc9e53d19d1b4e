package dev.reeve.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the forces, and the time that is spent in them, by what is forced. */
public final class CountingDisk extends DelegatingDisk {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder nanos = new LongAdder();

    public CountingDisk(Disk disk) {
        super(disk);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        long begin = System.nanoTime();
        super.forceFile(file);
        count(name(file), begin);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        long begin = System.nanoTime();
        super.forceFolder(folder);
        count(name(folder) + "/", begin);
    }

    private void count(String what, long begin) {
        nanos.add(System.nanoTime() - begin);
        counts.computeIfAbsent(what, none -> new LongAdder()).increment();
    }

    /** What is told apart is the kind of a thing, not each task's own. */
    private static String name(Path path) {
        return path.getFileName()
                .toString()
                .replaceAll("\\d{8}-\\d{6}-[0-9a-z]{4}-.*", "<task>")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}", "<date>")
                .replaceAll("\\.[0-9a-f]+\\.tmp$", "")
                .replaceAll("^[0-9]+$", "<number>")
                .replaceAll("^do[0-9]+", "<drop>");
    }

    public void reset() {
        counts.clear();
        nanos.reset();
    }

    public long forces() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public double seconds() {
        return nanos.sum() / 1e9;
    }

    /** How often each was forced. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }
}
