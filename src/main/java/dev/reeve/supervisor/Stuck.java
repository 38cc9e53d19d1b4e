package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord.Stop;
import java.io.IOException;
import java.time.Duration;

/** Attempts that hang: silent for too long, or not to be stopped. */
final class Stuck {

    /** Beyond the grace. What was killed is gone within moments, unless the system itself holds it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Kit kit;

    Stuck(Kit kit) {
        this.kit = kit;
    }

    /** It is about to be stopped. Told before the record tells of it, and with the same id when that is done again. */
    void stops(Live live, Stop stop) throws IOException {
        if (stop.because() == Stop.Because.IDLE) {
            kit.audit()
                    .alert(
                            Alert.Kind.STUCK,
                            live.id,
                            live.number + ":idle",
                            "attempt " + live.number + " of agent " + live.agent + " is stopped: " + stop.reason());
        }
    }

    /** @param stopping something of it lives that should not */
    void look(Live live, boolean stopping) {
        if (!stopping) {
            over(live);
            return;
        }
        long nanos = kit.time().nanos();
        if (live.stoppingSince == null) {
            live.stoppingSince = nanos;
        }
        Duration patience = kit.team().get().settings().grace().plus(PATIENCE);
        if (nanos - live.stoppingSince >= patience.toNanos()) {
            kit.problems()
                    .raise(
                            Alert.Kind.STUCK,
                            key(live),
                            live.id,
                            "processes of its attempt " + live.number + " can't be stopped, not even by a kill: the"
                                    + " system holds them, perhaps for a disk or a network that does not answer. Until"
                                    + " they are gone it keeps its places");
        }
    }

    void over(Live live) {
        if (live.stoppingSince != null) {
            live.stoppingSince = null;
            kit.problems().clear(key(live));
        }
    }

    private static String key(Live live) {
        return "stuck " + live.id;
    }
}
