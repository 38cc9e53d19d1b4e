package dev.reeve.histories;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** No file that others read is ever half there, not even for a moment. */
final class WholeFiles implements Invariant {

    private static final Set<String> JSON = Set.of(
            "record.json",
            "status.json",
            "breakers.json",
            "rates.json",
            "pauses.json",
            "supervisor.json",
            "alarm.json",
            "index.json");
    private static final Set<String> PAGES = Set.of("STATUS.md", "metrics.prom", "why.md");
    private static final int LIMIT = 1 << 20;

    private final Set<Path> changed = new LinkedHashSet<>();

    void saw(Path path) {
        String name = path.getFileName().toString();
        boolean staged = path.getParent().getFileName().toString().startsWith(".");
        if (staged) {
            // nobody reads there but Reeve, which completes it
            return;
        }
        if (JSON.contains(name) || PAGES.contains(name)) {
            changed.add(path);
        }
    }

    @Override
    public void atStep(Play play) throws IOException {
        for (Path path : changed) {
            Stat stat = play.disk().stat(path);
            if (stat != null) {
                check(path, play.disk().read(path, 0, LIMIT));
            }
        }
        changed.clear();
    }

    private static void check(Path path, byte[] content) {
        boolean whole = content.length > 0 && content[content.length - 1] == '\n';
        if (whole && JSON.contains(path.getFileName().toString())) {
            whole = Json.parseObject(content) != null;
        }
        Violation.unless(whole, path + " is half there: " + new String(content, StandardCharsets.UTF_8));
    }

    /** What a program finds when it begins. Until then nobody reads it. */
    static void atBegin(Disk disk, AttemptFolder attempt) throws IOException {
        for (Path path : List.of(attempt.prompt(), attempt.command())) {
            if (disk.stat(path) != null) {
                check(path, disk.read(path, 0, LIMIT));
            }
        }
    }

    /** What was not forced may be torn; recovery is to look after that. */
    @Override
    public void afterCrash(Play play) {
        changed.clear();
    }
}
