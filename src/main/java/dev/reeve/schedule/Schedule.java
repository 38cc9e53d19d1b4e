package dev.reeve.schedule;

import dev.reeve.files.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schedule, as it was written.
 *
 * @param name of its file, without {@code .md}
 * @param jitter each slot comes up to so much later; zero for none
 * @param window how late a missed slot may still come; null for as late as it may be
 * @param until there is no slot after this; null for no end
 */
public record Schedule(
        String name,
        Timing timing,
        Duration jitter,
        Missed missed,
        Duration window,
        Overlap overlap,
        boolean enabled,
        Instant until,
        Deed deed) {

    /** What becomes of slots that passed while nobody was there. */
    public enum Missed {
        /** The last of them comes, for all. */
        ONCE,
        SKIP,
        ALL
    }

    /** What becomes of a slot while the work of an earlier one has not ended. */
    public enum Overlap {
        SKIP,
        QUEUE
    }

    /** What is done at each slot. */
    public sealed interface Deed {

        /**
         * @param page the task file
         * @param agent whom it names; null if none
         */
        record Task(String page, String agent) implements Deed {}

        /** @param body null if there is none */
        record Event(String type, String body) implements Deed {

            /** The file that is dropped. */
            public byte[] file(String schedule, Instant slot) {
                ObjectNode event = Json.object();
                event.put("type", type);
                event.put("schedule", schedule);
                event.put("slot", slot.toString());
                if (body != null) {
                    event.put("body", body);
                }
                return Json.file(event);
            }
        }

        /** A check that needs no agent. */
        record Command(String line, Duration timeout) implements Deed {}
    }

    /** Its slots, up to its end. */
    public Slots slots() {
        Slots all = timing.slots();
        return time -> {
            Instant slot = all.after(time);
            return slot == null || until != null && slot.isAfter(until) ? null : slot;
        };
    }

    /** When a slot comes. A restart does not change it. */
    public Instant comes(Instant slot) {
        return slot.plus(Jitter.of(name, slot, jitter));
    }

    /** What its record remembers of it: when this changes, it begins anew. */
    public String identity() {
        return enabled ? timing.text() : "off";
    }

    /** A time on its clocks, as people read it. */
    public String shown(Instant time) {
        return OffsetDateTime.ofInstant(time, timing.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
