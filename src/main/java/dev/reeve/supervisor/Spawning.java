package dev.reeve.supervisor;

import dev.reeve.task.ChildReport;
import dev.reeve.task.Kin;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a parent is told of what it asked for, before that is taken from its door: that it is on its way, or refused. */
final class Spawning {

    private final Kit kit;
    private final Finder finder;
    private final Families families;

    Spawning(Kit kit, Finder finder, Families families) {
        this.kit = kit;
        this.finder = finder;
        this.families = families;
    }

    /**
     * @return the record with the child's place at its parent in it; null if this very work was asked for by an earlier
     *     attempt, whose child it is then
     */
    TaskRecord note(TaskRecord child) throws IOException {
        Kin kin = child.kin();
        TaskFolder parent = folder(kin.parent());
        Map.Entry<String, ChildReport> before =
                families.asked(kin.parent(), parent, child.label(), kin.digest(), report -> isTheSame(report, kin));
        if (before != null) {
            kit.audit()
                    .tell(
                            Action.REPEAT,
                            before.getValue().id(),
                            "attempt " + kin.attempt() + " of its parent asks for it again, as children/"
                                    + before.getKey() + "/",
                            Audit.AGENT);
            return null;
        }
        TaskSpec spec = child.spec();
        String place = families.note(
                kin.parent(),
                parent,
                kin.place(),
                new ChildReport(
                        child.id(),
                        child.label(),
                        child.agent(),
                        ChildReport.State.OPEN,
                        Boolean.TRUE.equals(spec.optional()),
                        kin.attempt(),
                        child.dropped(),
                        kin.digest(),
                        Door.isReview(child.door()),
                        null,
                        null,
                        null,
                        null));
        return child.change()
                .kin(new Kin(kin.parent(), kin.root(), kin.depth(), place, kin.attempt(), kin.digest(), kin.alone()))
                .moving(child.at(), child.next())
                .as(child.revision());
    }

    /** One that did not end well is worth another try. */
    private static boolean isTheSame(ChildReport before, Kin kin) {
        boolean worthIt = !before.ended() || before.ok();
        return before.id() != null && before.attempt() < kin.attempt() && worthIt;
    }

    /** @param asker null if nobody's agent asked for it */
    void refuse(Door.Asker asker, String name, Path dropped, String reason) throws IOException {
        if (asker == null) {
            return;
        }
        String label = Understanding.label(name, name);
        refuse(asker, label, name, Digest.of(kit.disk(), dropped), TaskId.slug(label), reason);
    }

    /** It was taken already when it turned out that it can't be understood. */
    void refuse(TaskRecord child, String reason) throws IOException {
        Kin kin = child.kin();
        if (kin != null) {
            Door.Asker asker = new Door.Asker(kin.parent(), kin.attempt(), Door.isReview(child.door()));
            refuse(asker, child.label(), child.dropped(), kin.digest(), kin.place(), reason);
        }
    }

    private void refuse(Door.Asker asker, String label, String name, String digest, String place, String reason)
            throws IOException {
        TaskFolder parent = folder(asker.task());
        if (parent == null) {
            return;
        }
        ChildReport report = new ChildReport(
                null,
                label,
                null,
                ChildReport.State.REJECTED,
                false,
                asker.attempt(),
                name,
                digest,
                asker.review(),
                null,
                Duration.ZERO,
                null,
                reason);
        String page = "# Rejected: " + label + "\n\n" + reason + "\n\nNothing was run.\n";
        String got = families.note(asker.task(), parent, place, report);
        kit.durable().replace(parent.child(got).why(), page.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing was claimed of it, and its staging folder is gone: its parent is to see whether it is anywhere still. */
    void neverTaken(TaskRecord child) {
        if (child != null && child.kin() != null) {
            families.touch(child.kin().parent());
        }
    }

    private TaskFolder folder(String parent) throws IOException {
        Where where = finder.find(parent);
        return where == null || where.state().ended() ? null : where.task(kit.workspace(), parent);
    }
}
