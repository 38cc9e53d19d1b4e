package dev.reeve.supervisor;

import dev.reeve.launch.Mark;
import dev.reeve.launch.Target;
import dev.reeve.launch.TreeStop;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Stops processes that carry this workspace's mark, though their attempt is not at work any more. */
final class OrphanStops {

    private record Stopping(TreeStop stop, long next) {}

    private final Kit kit;
    private final long self;
    private final Map<Mark, Stopping> stopping = new HashMap<>();

    OrphanStops(Kit kit, long self) {
        this.kit = kit;
        this.self = self;
    }

    void add(Mark mark) {
        Duration grace = kit.team().get().settings().grace();
        TreeStop stop = new TreeStop(kit.processes(), self, new Target(null, mark, false), grace, grace);
        stopping.put(mark, new Stopping(stop, kit.time().nanos()));
    }

    void step() {
        long nanos = kit.time().nanos();
        Map<Mark, Stopping> later = new HashMap<>();
        Iterator<Map.Entry<Mark, Stopping>> each = stopping.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Mark, Stopping> entry = each.next();
            TreeStop stop = entry.getValue().stop;
            if (entry.getValue().next - nanos > 0) {
                continue;
            }
            try {
                if (stop.step(Instant.ofEpochSecond(0, nanos)) instanceof TreeStop.Again again) {
                    long next = again.at().getEpochSecond() * 1_000_000_000L
                            + again.at().getNano();
                    later.put(entry.getKey(), new Stopping(stop, next));
                } else {
                    each.remove();
                }
                kit.problems().clear("orphans");
            } catch (IOException e) {
                kit.problems()
                        .raise(
                                "orphans",
                                entry.getKey().task(),
                                "processes that it left behind can't be stopped yet: " + Causes.words(e));
                later.put(
                        entry.getKey(),
                        new Stopping(stop, nanos + Duration.ofSeconds(1).toNanos()));
            }
        }
        stopping.putAll(later);
    }

    boolean any() {
        return !stopping.isEmpty();
    }

    /** How long until the next step; null if there is none. */
    Duration next(long nanos) {
        return stopping.values().stream()
                .map(one -> Duration.ofNanos(Math.max(0, one.next - nanos)))
                .min(Duration::compareTo)
                .orElse(null);
    }
}
