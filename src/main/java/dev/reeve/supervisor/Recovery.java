package dev.reeve.supervisor;

import dev.reeve.launch.Mark;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.Seen;
import dev.reeve.supervisor.Scan.Surprise;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings memory and folders together, from nothing: once, before anything is started. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");

    private final Parts parts;
    private final Guard guard;
    private final long self;

    /** @param self the supervisor's own pid */
    Recovery(Parts parts, Guard guard, long self) {
        this.parts = parts;
        this.guard = guard;
        this.self = self;
    }

    void run() throws IOException {
        new Leftovers(parts.kit().durable(), parts.kit().workspace()).sweep();
        parts.configured().reload(true);
        parts.audit().recall(parts.ledger().today());
        parts.concerns().recall();
        parts.alarm().recall();
        parts.self().write(parts.kit().durable(), parts.kit().workspace());
        parts.intake().resume();
        for (Surprise found : parts.scan().everything()) {
            guard.look(found.name(), () -> parts.arrivals().settle(found.name(), found.where()));
        }
        forceMoves();
        parts.conductor().recallPredecessors();
        stopOrphans();
        parts.audit().recovered();
        parts.audit()
                .tell(
                        Action.RECOVER,
                        "workspace",
                        parts.ledger().board().all().size() + " tasks open, "
                                + parts.ledger().lives().size() + " attempts at work",
                        Audit.REEVE);
    }

    /**
     * Whoever was killed after a rename may not have come to force it, and people have seen it since. A rename is one
     * change: it lasts with the folder that it came from.
     */
    private void forceMoves() throws IOException {
        for (State state : State.values()) {
            parts.kit().disk().forceFolder(parts.kit().workspace().state(state));
        }
    }

    /** Processes that carry this workspace's mark but belong to no attempt at work: their task is gone, or ended. */
    private void stopOrphans() throws IOException {
        String root = parts.kit().workspace().root().toString();
        for (Map.Entry<Mark, List<Seen>> marked :
                Orphans.marked(parts.kit().processes(), self, root).entrySet()) {
            Mark mark = marked.getKey();
            Live live = parts.ledger().live(mark.task());
            if (TaskId.isOne(mark.task()) && (live == null || live.number != mark.attempt())) {
                LOG.warn(
                        "stopping {} processes of {}, attempt {}, which is not at work any more",
                        marked.getValue().size(),
                        mark.task(),
                        mark.attempt());
                parts.orphans().add(mark);
            }
        }
    }
}
