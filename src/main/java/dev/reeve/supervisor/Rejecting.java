package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.message.Entry;
import dev.reeve.text.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can't be understood goes to {@code rejected/}, as it was, with a page that says why. */
final class Rejecting {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Reeve's own name for what is being moved out of the way; whatever else has a dot before it is a person's. */
    private static final Pattern MAKING = Pattern.compile("\\.\\d{8}-\\d{6}-(.*?)(-\\d+)?", Pattern.DOTALL);

    private static final String PAGE = "why.md";

    private final Kit kit;

    private final Today today;

    private boolean unfinished;

    Rejecting(Kit kit, Today today) {
        this.kit = kit;
        this.today = today;
    }

    /**
     * Rejects a dropped thing.
     *
     * @param name under which it was dropped
     * @param reason what is wrong, a line for each thing
     */
    void reject(Path dropped, String name, String door, String reason) throws IOException {
        away(dropped, name, page(name, door, reason), reason);
        today.count(kit.today(), Action.REJECT);
    }

    /** Moves something that is nobody's task out of the way, with a page that says why. */
    void stray(Path thing, String from, String reason) throws IOException {
        String page = "# Rejected\n\nIt was found in " + from + ".\n\n" + reason + "\n";
        away(thing, thing.getFileName().toString(), page, reason);
    }

    /** Keeps a line of an inbox that is no message. It stays where it is, and is passed over. */
    void line(String owner, Entry.Malformed line) throws IOException {
        String name = "inbox-" + Names.safe(owner) + "-" + line.at().segment() + "-"
                + line.at().offset() + ".txt";
        for (String there : kit.disk().list(kit.workspace().rejected())) {
            if (!there.startsWith(".") && there.endsWith("-" + name)) {
                return;
            }
        }
        String whole = line.length() > line.beginning().length
                ? "Beside this page are the first " + line.beginning().length + " of its " + line.length() + " bytes."
                : "It is beside this page.";
        String page = "# Rejected\n\nA line in the inbox of " + owner + " is no message, and was passed over: "
                + line.reason() + ".\n\n" + whole + "\n";
        kept(line.beginning(), name, page, line.reason());
    }

    private void kept(byte[] content, String name, String page, String reason) throws IOException {
        Path folder = free(name);
        Path making = folder.resolveSibling("." + folder.getFileName());
        try {
            kit.audit().tell(Action.REJECT, "rejected/" + folder.getFileName(), reason, Audit.REEVE);
            kit.durable().removeTree(making);
            kit.disk().makeFolder(making);
            kit.durable().replace(making.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8));
            kit.durable().replace(making.resolve(name), content);
            kit.durable().move(making, folder);
        } catch (IOException e) {
            unfinished = true;
            throw e;
        }
    }

    private void away(Path thing, String name, String page, String reason) throws IOException {
        Path folder = free(name);
        Path making = folder.resolveSibling("." + folder.getFileName());
        try {
            kit.audit().tell(Action.REJECT, "rejected/" + folder.getFileName(), reason, Audit.REEVE);
            kit.durable().removeTree(making);
            kit.disk().makeFolder(making);
            kit.durable().replace(making.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8));
            // under a name that no resumption takes for the page itself
            Path there = making.resolve(isPage(name) ? "dropped-" + name : name);
            kit.disk().rename(thing, there);
            force(there);
            kit.disk().forceFolder(making);
            kit.durable().move(making, folder);
        } catch (IOException e) {
            unfinished = true;
            throw e;
        }
    }

    /** What may not be read can't be forced either; it is kept all the same. */
    private void force(Path thing) throws IOException {
        try {
            kit.durable().forceTree(thing);
        } catch (AccessDeniedException e) {
            // nobody but its owner can do anything about that
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
            Stat stat = isOnItsWay(name) ? kit.disk().stat(making) : null;
            if (stat == null || !stat.isFolder()) {
                continue;
            }
            List<String> rejects = new ArrayList<>();
            for (String one : kit.disk().list(making)) {
                if (isHalf(one, name)) {
                    kit.disk().remove(making.resolve(one));
                } else if (!isPage(one)) {
                    rejects.add(one);
                }
            }
            if (rejects.isEmpty()) {
                kit.durable().removeTree(making);
                continue;
            }
            for (String one : rejects) {
                force(making.resolve(one));
            }
            kit.disk().forceFolder(making);
            kit.disk().rename(making, numbered(name.substring(1)));
        }
        // also where one stands under its name already, and nobody came to force it
        kit.disk().forceFolder(rejected);
        unfinished = false;
    }

    /** True of a folder that becomes a rejected one with its last step. */
    static boolean isOnItsWay(String name) {
        return MAKING.matcher(name).matches();
    }

    /** True of what a torn writer left of the thing itself. What was dropped under such a name is called by the whole of it. */
    private static boolean isHalf(String one, String making) {
        String behind = Durable.nameBehind(one);
        Matcher folder = MAKING.matcher(making);
        if (behind == null || !folder.matches()) {
            return false;
        }
        String thing = Names.safe(behind);
        return making.endsWith("-" + thing) || folder.group(1).equals(thing);
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
