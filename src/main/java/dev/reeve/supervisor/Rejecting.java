package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What can't be understood goes to {@code rejected/}, as it was, with a page that says why. */
final class Rejecting {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Reeve's own name for what is being moved out of the way; whatever else has a dot before it is a person's. */
    private static final Pattern MAKING = Pattern.compile("\\.\\d{8}-\\d{6}-.*", Pattern.DOTALL);

    private static final String PAGE = "why.md";

    private final Kit kit;

    private final Today today;

    private boolean unfinished;

    Rejecting(Kit kit, Today today) {
        this.kit = kit;
        this.today = today;
    }

    /**
     * Rejects what was claimed into a staging folder.
     *
     * @param dropped where it is in there
     * @param reason what is wrong, a line for each thing
     */
    void reject(TaskFolder staging, Path dropped, String door, String reason) throws IOException {
        String name = dropped.getFileName().toString();
        kit.durable()
                .replace(staging.path().resolve(PAGE), page(name, door, reason).getBytes(StandardCharsets.UTF_8));
        kit.disk().rename(dropped, staging.path().resolve(kept(staging, name)));
        finish(staging, reason);
    }

    /** Under its own name, unless that means something in a staging folder: then nothing takes it for what it is not. */
    private static String kept(TaskFolder staging, String name) {
        Path there = staging.path().resolve(name);
        boolean ours = name.equals(PAGE) || there.equals(staging.record()) || there.equals(staging.claimed());
        return ours ? "dropped-" + name : name;
    }

    /** True if this staging folder was being rejected. */
    boolean begun(TaskFolder staging) throws IOException {
        return kit.durable().exists(staging.path().resolve(PAGE));
    }

    /** Goes on with a rejection that was cut off after what was dropped had been put in its place. */
    void finish(TaskFolder staging, String reason) throws IOException {
        kit.durable().removeTree(staging.claimed());
        force(staging.path());
        Path target = free(whatWasDropped(staging));
        kit.audit().tell(Action.REJECT, "rejected/" + target.getFileName(), reason, Audit.REEVE);
        kit.durable().move(staging.path(), target);
        today.count(kit.today(), Action.REJECT);
    }

    /** The name of what was dropped: beside the page and what a torn writer left there is nothing else. */
    private String whatWasDropped(TaskFolder staging) throws IOException {
        for (String name : kit.disk().list(staging.path())) {
            if (!isPage(name)) {
                return name;
            }
        }
        return staging.id();
    }

    /** What may not be read can't be forced either; it is kept all the same. */
    private void force(Path folder) throws IOException {
        try {
            kit.durable().forceTree(folder);
        } catch (AccessDeniedException e) {
            kit.disk().forceFolder(folder);
        }
    }

    /** Moves something that is nobody's task out of the way, with a page that says why. */
    void stray(Path thing, String from, String reason) throws IOException {
        Path folder = free(thing.getFileName().toString());
        Path making = folder.resolveSibling("." + folder.getFileName());
        try {
            kit.audit().tell(Action.REJECT, "rejected/" + folder.getFileName(), reason, Audit.REEVE);
            kit.durable().removeTree(making);
            kit.disk().makeFolder(making);
            kit.durable()
                    .replace(
                            making.resolve(PAGE),
                            ("# Rejected\n\nIt was found in " + from + ".\n\n" + reason + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
            String name = thing.getFileName().toString();
            kit.durable().move(thing, making.resolve(name.equals(PAGE) ? "dropped-" + PAGE : name));
            kit.durable().move(making, folder);
        } catch (IOException e) {
            unfinished = true;
            throw e;
        }
    }

    /** Completes what met an error, if anything did. */
    void resumeFailed() {
        if (!unfinished) {
            return;
        }
        try {
            resume();
            kit.problems().clear("rejected");
        } catch (IOException e) {
            kit.problems().raise("rejected", "rejected/", "a rejection could not be completed yet: " + Causes.words(e));
        }
    }

    /** Completes what was being moved out of the way when a supervisor ended. */
    void resume() throws IOException {
        Path rejected = kit.workspace().rejected();
        for (String name : kit.disk().list(rejected)) {
            Path making = rejected.resolve(name);
            Stat stat = MAKING.matcher(name).matches() ? kit.disk().stat(making) : null;
            if (stat == null || !stat.isFolder()) {
                continue;
            }
            if (kit.disk().list(making).stream().allMatch(Rejecting::isPage)) {
                kit.durable().removeTree(making);
            } else {
                kit.durable().move(making, numbered(name.substring(1)));
            }
        }
        unfinished = false;
    }

    /** True also of what a torn writer left of one. */
    private static boolean isPage(String name) {
        return name.equals(PAGE) || name.startsWith("." + PAGE);
    }

    private Path free(String name) throws IOException {
        return numbered(STAMP.format(kit.time().now()) + "-" + Names.safe(name));
    }

    private Path numbered(String wanted) throws IOException {
        Path rejected = kit.workspace().rejected();
        Path target = rejected.resolve(wanted);
        for (int more = 2; kit.durable().exists(target); more++) {
            target = rejected.resolve(wanted + "-" + more);
        }
        return target;
    }

    private static String page(String name, String door, String reason) {
        return """
                # Rejected: %s

                It was dropped into `%s/` and could not be understood. Nothing was run.

                %s

                Mend it and drop it again: `mv` the file beside this page back into `%s/`.
                """.formatted(Quoted.harmless(name), door, reason, door);
    }
}
