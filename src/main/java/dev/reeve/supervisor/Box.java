package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.message.Addressee;
import dev.reeve.message.Batch;
import dev.reeve.message.Inbox;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One inbox, as it was when it was last looked at. That nothing has come to it takes one stat. */
final class Box {

    /** Told of all that was read, before anything becomes of it. */
    interface Read {
        void of(Addressee whose, Batch batch) throws IOException;
    }

    private final Kit kit;
    private final Addressee whose;
    private final InboxFiles files;
    private final Inbox inbox;
    /** False: it is to be read whatever it looks like. */
    private boolean known;
    /** As it was when it was read; null if it was not there. */
    private Stat seen;
    /** Nothing of it is left that could become old. */
    private boolean tidy;

    private Unread unread;

    Box(Kit kit, Addressee whose) {
        this.kit = kit;
        this.whose = whose;
        this.files = whose.inbox(kit.workspace());
        this.inbox = new Inbox(kit.durable(), files, whose.toString());
    }

    /** What nobody has read when it was last looked at; null if nothing. */
    Unread unread() {
        return unread;
    }

    /** When something came last. */
    Instant changed() {
        return seen == null ? Instant.MIN : seen.modified();
    }

    /** It is read anew when it is looked at, whatever it looks like. */
    void forget() {
        known = false;
    }

    void look(Read read) throws IOException {
        Stat now = kit.disk().stat(files.live());
        if (!known || !Objects.equals(seen, now)) {
            known = false;
            unread = isThere() ? read(read) : null;
            seen = now;
            tidy = false;
            known = true;
        }
    }

    private Unread read(Read read) throws IOException {
        Batch batch = inbox.unread(Mail.MOST);
        read.of(whose, batch);
        Unread found = Unread.of(batch);
        if (found == null && !batch.range().isEmpty()) {
            inbox.advance(batch.range().to(), kit.time().now());
        }
        return found;
    }

    /** A person may have removed it, and a link leads to another's. */
    private boolean isThere() throws IOException {
        Stat stat = kit.disk().stat(files.folder());
        return stat != null && stat.isFolder();
    }

    Batch messages(Range range) throws IOException {
        return isThere() ? inbox.read(range) : new Batch(List.of(), range);
    }

    /** Somebody is about to write down that he has these. */
    void keep(Range range) throws IOException {
        inbox.keep(range);
    }

    /** It is read, for good. */
    void done(Portion portion) throws IOException {
        if (isThere()) {
            inbox.advance(portion.range().to(), kit.time().now());
        }
        unread = null;
        known = false;
    }

    /**
     * Begins a new file, and removes old ones, where it is time.
     *
     * @param free false: somebody may read it again
     */
    void tidy(Instant now, Duration keep, boolean free) throws IOException {
        if (tidy || !isThere()) {
            return;
        }
        boolean rotated = inbox.rotateIfDue(now, keep);
        boolean left = !free || inbox.purge(now, keep);
        tidy = known && !rotated && !left && seen == null;
        if (left || rotated) {
            // who had an older part open may have written into that
            known = false;
        }
    }
}
