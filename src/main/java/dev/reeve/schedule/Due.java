package dev.reeve.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the slots that have passed since the last look.
 *
 * @param after what is to be remembered
 * @param news what is to be told, a line each
 */
public record Due(SlotRecord after, List<News> news) {

    /** Who looks this late was not late: a loop has other work, and sleeps a minute at most. */
    static final Duration ON_TIME = Duration.ofMinutes(2);

    /** So many can be due at once. */
    static final int MOST = 100;

    /** @param lost nothing comes in their place */
    public record News(Kind kind, String words, boolean lost) {}

    public enum Kind {
        /** Nobody was there in time. */
        MISSED,
        /** The work of an earlier one has not ended. */
        SKIPPED
    }

    /**
     * @param before null if it is seen for the first time
     * @param now which may be before what was judged: then nothing comes, for what has come must not come again
     * @param busy the work of an earlier slot has not ended
     */
    public static Due of(Schedule schedule, Slots slots, SlotRecord before, Instant now, boolean busy) {
        SlotRecord known = begun(schedule, before, now);
        Slots.Passed passed = schedule.enabled()
                ? slots.between(known.judged(), lastToCome(schedule, slots, known.judged(), now), MOST)
                : new Slots.Passed(List.of(), 0, true);
        if (passed.newest().isEmpty()) {
            return new Due(known, List.of());
        }
        Instant newest = passed.newest().get(passed.newest().size() - 1);
        List<News> news = new ArrayList<>();
        List<Instant> come = chosen(schedule, passed.newest(), now);
        long missed = passed.newest().size() - come.size() + passed.more();
        if (missed > 0) {
            String since = passed.more() == 0
                    ? " since " + schedule.shown(passed.newest().get(0))
                    : "";
            news.add(new News(
                    Kind.MISSED,
                    (passed.exact() ? "" : "more than ") + slots(missed) + since + ": "
                            + (come.isEmpty()
                                    ? "nothing is done for " + (missed == 1 ? "it" : "them")
                                    : "what is done is that from " + schedule.shown(come.get(0)) + " on"),
                    come.isEmpty()));
        }
        List<Instant> due = new ArrayList<>(known.due());
        int room = room(schedule, known, busy);
        if (come.size() > room) {
            List<Instant> skipped = come.subList(room, come.size());
            news.add(new News(
                    Kind.SKIPPED,
                    slots(skipped.size()) + " at " + schedule.shown(skipped.get(0))
                            + (skipped.size() == 1 ? "" : " and later") + ": "
                            + (schedule.overlap() == Schedule.Overlap.QUEUE
                                    ? MOST + " are waiting already"
                                    : "an earlier one has not ended"),
                    false));
            come = come.subList(0, room);
        }
        due.addAll(come);
        return new Due(
                new SlotRecord(known.identity(), newest, due, known.done(), known.made(), known.trouble()), news);
    }

    private static SlotRecord begun(Schedule schedule, SlotRecord before, Instant now) {
        if (before == null) {
            return SlotRecord.beginning(schedule, now);
        }
        if (before.identity().equals(schedule.identity())) {
            return before;
        }
        // what is disabled is not missed, and new times have no past
        Instant from = before.judged().isAfter(now) ? before.judged() : now;
        List<Instant> due = schedule.enabled() ? before.due() : List.of();
        return new SlotRecord(schedule.identity(), from, due, before.done(), before.made(), before.trouble());
    }

    /** They come in their order, so that one whose chance is late keeps the next. */
    private static Instant lastToCome(Schedule schedule, Slots slots, Instant judged, Instant now) {
        if (schedule.jitter().isZero()) {
            return now;
        }
        // those within the jitter of now may be on their way
        Instant last = now.minus(schedule.jitter());
        Instant from = last.isAfter(judged) ? last : judged;
        for (Instant slot = slots.after(from); slot != null && !slot.isAfter(now); slot = slots.after(slot)) {
            if (schedule.comes(slot).isAfter(now)) {
                break;
            }
            last = slot;
        }
        return last;
    }

    private static List<Instant> chosen(Schedule schedule, List<Instant> passed, Instant now) {
        Duration window = schedule.missed() == Schedule.Missed.SKIP ? Duration.ZERO : schedule.window();
        List<Instant> inTime = passed.stream()
                .filter(slot -> {
                    Duration late = Duration.between(schedule.comes(slot), now);
                    return window == null || late.compareTo(ON_TIME) <= 0 || late.compareTo(window) <= 0;
                })
                .toList();
        return schedule.missed() == Schedule.Missed.ALL || inTime.isEmpty()
                ? inTime
                : inTime.subList(inTime.size() - 1, inTime.size());
    }

    private static int room(Schedule schedule, SlotRecord known, boolean busy) {
        if (schedule.overlap() == Schedule.Overlap.QUEUE) {
            return Math.max(0, MOST - known.due().size());
        }
        return busy || !known.due().isEmpty() ? 0 : 1;
    }

    private static String slots(long count) {
        return count + (count == 1 ? " slot" : " slots");
    }
}
