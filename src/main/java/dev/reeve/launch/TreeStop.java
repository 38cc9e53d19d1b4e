package dev.reeve.launch;

import dev.reeve.launch.Processes.Signal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends the tree of one attempt without ever waiting: each step does what is due and says when to look again.
 *
 * <ol>
 *   <li>Everybody but the shim is asked with TERM, newcomers as they are found; a young attempt is asked once more, since
 *       its first shells may not have been ready to hear it.
 *   <li>After the grace they are first halted, until a look finds nobody new, so that none can outrun the look; then each
 *       is killed. This is repeated until a look finds nobody.
 *   <li>The shim is left to write the status, woken if it is halted, and killed when it is alone for too long.
 * </ol>
 *
 * <p>That the attempt is to be stopped was written down and forced before the first step. Leftovers of one that ended by
 * itself are stopped in the same way, with {@link #LEFTOVER_GRACE}.
 */
public final class TreeStop {

    /** For what still runs when its attempt has ended. */
    public static final Duration LEFTOVER_GRACE = Duration.ofMillis(500);

    /** An attempt that is younger may not have set up its own handling of signals. */
    public static final Duration YOUNG = Duration.ofSeconds(1);

    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);
    /** Long enough for a shim to write its status and end, which is what most that are found alone are about to do. */
    private static final Duration SHIM_MOMENT = Duration.ofMillis(100);

    private static final Duration SHIM_PATIENCE = Duration.ofSeconds(5);
    private static final int ROUNDS = 20;

    private final Processes processes;
    private final long self;
    private final Target target;
    private final Duration grace;
    private final boolean young;

    private final Set<Identity> known = new HashSet<>();
    private final Set<Identity> asked = new HashSet<>();
    private Instant begun;
    private Instant aloneSince;
    private boolean askedAgain;
    private Duration pause = SHORTEST_LOOK;

    /**
     * @param self the supervisor's own pid
     * @param grace between the request and the kill
     * @param age of the attempt
     */
    public TreeStop(Processes processes, long self, Target target, Duration grace, Duration age) {
        this.processes = processes;
        this.self = self;
        this.target = target;
        this.grace = grace;
        this.young = age.compareTo(YOUNG) < 0;
    }

    /** What follows from a step. */
    public sealed interface Step permits Gone, Again {}

    /** Nothing of the attempt lives. */
    public record Gone() implements Step {}

    /** Look again then, or sooner if something of it is known to have ended. */
    public record Again(Instant at) implements Step {}

    public Step step(Instant now) throws IOException {
        Tree tree = look();
        if (tree.isGone()) {
            return new Gone();
        }
        if (begun == null) {
            begun = now;
        }
        if (tree.others().isEmpty()) {
            return shimAlone(tree.shim(), now);
        }
        aloneSince = null;
        return now.isBefore(begun.plus(grace)) ? ask(tree, now) : kill(tree, now);
    }

    private Step ask(Tree tree, Instant now) throws IOException {
        List<Identity> unasked = without(asked, tree.others());
        if (young && !askedAgain && !now.isBefore(begun.plus(ASK_AGAIN))) {
            askedAgain = true;
            unasked = identities(tree.others());
        }
        if (!unasked.isEmpty()) {
            processes.signal(Signal.TERM, unasked);
            // one that was halted hears it only when it goes on
            processes.signal(Signal.CONT, unasked);
            asked.addAll(unasked);
        }
        return again(earliest(now.plus(nextPause()), begun.plus(grace)));
    }

    private Step kill(Tree first, Instant now) throws IOException {
        Tree tree = first;
        Set<Identity> halted = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Identity> running = without(halted, tree.others());
            if (running.isEmpty()) {
                break;
            }
            processes.signal(Signal.STOP, running);
            halted.addAll(running);
            tree = look();
        }
        processes.signal(Signal.KILL, identities(tree.others()));
        return again(now.plus(nextPause()));
    }

    private Step shimAlone(Seen shim, Instant now) throws IOException {
        if (aloneSince == null) {
            aloneSince = now;
        }
        if (!now.isBefore(aloneSince.plus(SHIM_PATIENCE))) {
            processes.signal(Signal.KILL, List.of(shim.identity()));
        } else if (!now.isBefore(aloneSince.plus(SHIM_MOMENT))) {
            processes.signal(Signal.CONT, List.of(shim.identity()));
        }
        return again(now.plus(nextPause()));
    }

    private Tree look() throws IOException {
        Tree tree = Tree.look(processes, self, target, known);
        known.addAll(identities(tree.others()));
        return tree;
    }

    private Step again(Instant at) {
        boolean askSoon = young && !askedAgain && aloneSince == null;
        return new Again(askSoon ? earliest(at, begun.plus(ASK_AGAIN)) : at);
    }

    private Duration nextPause() {
        Duration now = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_LOOK) < 0 ? doubled : LONGEST_LOOK;
        return now;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Identity> without(Set<Identity> done, Collection<Seen> seen) {
        List<Identity> left = identities(seen);
        left.removeAll(done);
        return left;
    }

    private static List<Identity> identities(Collection<Seen> seen) {
        List<Identity> identities = new ArrayList<>(seen.size());
        seen.forEach(process -> identities.add(process.identity()));
        return identities;
    }
}
