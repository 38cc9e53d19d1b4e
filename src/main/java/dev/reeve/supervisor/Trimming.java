package dev.reeve.supervisor;

import dev.reeve.retention.Agenda;
import dev.reeve.retention.Retention;
import dev.reeve.retention.Seen;
import dev.reeve.retention.Trim;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Removes what {@code retention} no longer keeps, once an hour, in small portions beside everything else: the loop is never
 * kept for longer than one of them takes.
 */
final class Trimming {

    private static final String PROBLEM = "retention";
    private static final String CLOCK = "retention clock";
    private static final String SPACE = "retention size ";

    private static final Duration EVERY = Duration.ofHours(1);

    /** So long a portion takes, and so many steps, whichever is over first; and so long is the rest after it. */
    private static final Duration PORTION = Duration.ofMillis(5);

    private static final int STEPS = 500;
    private static final Duration REST = Duration.ofMillis(10);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** What is in a door and is never taken must not keep everything else for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Kit kit;
    private final Ledger ledger;
    private final Intake intake;
    private final Events events;
    private final Needed needed;
    private final Trim trim;
    private Agenda agenda;
    private boolean failed;
    private Retention last;
    private long looked;
    private long began;
    private long next;
    private long again;

    Trimming(Kit kit, Ledger ledger, Intake intake, Events events, Needed needed) {
        this.kit = kit;
        this.ledger = ledger;
        this.intake = intake;
        this.events = events;
        this.needed = needed;
        this.trim = new Trim(kit.durable(), kit.workspace(), kit.audit()::trimmed);
        this.looked = kit.time().nanos();
        this.next = looked;
        this.again = looked;
    }

    /** A portion, if one is due. The configuration is known, and what was cut off has its end. */
    void step() {
        long nanos = kit.time().nanos();
        if (!isDue(nanos)) {
            return;
        }
        boolean early = agenda == null && intake.settling() && nanos - next < PATIENCE.toNanos();
        if (early || intake.isUnfinished() || events.isUnfinished() || ledger.isAnyUnknown()) {
            // of a task that was not accepted yet, or that nobody could read, nobody can tell what it needs
            again = nanos + AGAIN.toNanos();
            return;
        }
        try {
            if (agenda == null || hasChanged()) {
                // who takes it back wants nothing more to go
                begin(nanos);
            }
            needed.changed();
            portion(nanos + PORTION.toNanos());
        } catch (IOException e) {
            failed = true;
            kit.problems().raise(PROBLEM, "retention", "something could not be removed: " + Causes.words(e));
        }
        next = agenda == null ? began + EVERY.toNanos() : kit.time().nanos() + REST.toNanos();
    }

    private boolean isDue(long nanos) {
        return again - nanos <= 0 && (hasChanged() || next - nanos <= 0);
    }

    private boolean hasChanged() {
        return last != null && !last.equals(retention());
    }

    private Retention retention() {
        return kit.team().get().settings().retention();
    }

    private void begin(long nanos) throws IOException {
        agenda = null;
        began = nanos;
        failed = false;
        last = retention();
        boolean may = !last.isAll() && isClockBelieved(nanos);
        agenda = may ? trim.all(last, kit.time().now(), needed, needed.ask()) : trim.cutOff();
    }

    private boolean isClockBelieved(long nanos) throws IOException {
        Seen seen = trim.look(kit.time().now(), Duration.ofNanos(nanos - looked));
        looked = nanos;
        if (seen.isBelieved()) {
            kit.problems().clear(CLOCK);
        } else {
            kit.problems()
                    .raise(
                            CLOCK,
                            "the clock",
                            "it has gone ahead by days since Reeve last looked, to "
                                    + seen.at().toString().substring(0, 10)
                                    + ". Until Reeve has been at work for a day under it, nothing is removed for its age."
                                    + " Mend the clock if it is wrong; if it is right, wait");
        }
        return seen.isBelieved();
    }

    private void portion(long until) throws IOException {
        boolean more = true;
        for (int steps = 0; more && steps < STEPS && kit.time().nanos() - until < 0; steps++) {
            more = agenda.step();
        }
        if (!more) {
            end();
        }
    }

    private void end() {
        agenda = null;
        if (!failed) {
            kit.problems().clear(PROBLEM);
        }
        Map<String, Problems.Problem> full = new TreeMap<>();
        for (String name : trim.overfull()) {
            full.put(
                    SPACE + name,
                    new Problems.Problem(
                            Alert.Kind.PROBLEM,
                            name + "/",
                            "it holds more than `retention` says, and nothing more may go: what is there is of the last"
                                    + " days, or still needed"));
        }
        kit.problems().keepOnly(SPACE, full);
    }

    /** True while something is to be removed at once. */
    boolean isAtWork() {
        return agenda != null;
    }

    /** How long until the next portion. */
    Duration rest() {
        long nanos = kit.time().nanos();
        return Duration.ofNanos(Math.max(next - nanos, again - nanos));
    }
}
