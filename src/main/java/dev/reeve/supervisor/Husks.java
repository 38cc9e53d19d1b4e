package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Folders in the place of a task, without a record. Somebody may be removing one, so it is left to rest first; what has not
 * changed for a while is nobody's and goes to {@code rejected/}.
 */
final class Husks {

    static final Duration REST = Duration.ofSeconds(5);

    private record Suspect(String name, Where where, String look, long since) {}

    private final Kit kit;
    private final Rejecting rejecting;
    private final Map<Path, Suspect> suspects = new HashMap<>();

    Husks(Kit kit, Rejecting rejecting) {
        this.kit = kit;
        this.rejecting = rejecting;
    }

    void suspect(String name, Where where) throws IOException {
        Path path = where.folder(kit.workspace()).resolve(name);
        if (!suspects.containsKey(path)) {
            suspects.put(path, new Suspect(name, where, look(path), kit.time().nanos()));
        }
    }

    /** @param over told the name of each that is gone now, wherever it went */
    void look(Consumer<String> over) throws IOException {
        long now = kit.time().nanos();
        Map<Path, Suspect> changed = new HashMap<>();
        List<String> gone = new ArrayList<>();
        Iterator<Map.Entry<Path, Suspect>> each = suspects.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Path, Suspect> entry = each.next();
            Suspect suspect = entry.getValue();
            Stat stat = kit.disk().stat(entry.getKey());
            if (stat == null) {
                each.remove();
                gone.add(suspect.name);
                continue;
            }
            String look = look(entry.getKey());
            if (!look.equals(suspect.look)) {
                changed.put(entry.getKey(), new Suspect(suspect.name, suspect.where, look, now));
            } else if (now - suspect.since >= REST.toNanos()) {
                each.remove();
                rejecting.stray(
                        entry.getKey(),
                        suspect.where + "/",
                        "It is no task of Reeve's: it has no record.json that can be read" + wrong(suspect, stat)
                                + ". Tasks are dropped into a door"
                                + " (tasks/ or agents/NAME/tasks/); what a person removes from " + suspect.where
                                + "/ is removed whole.");
                gone.add(suspect.name);
            }
        }
        suspects.putAll(changed);
        // last: who is told may find the next suspect
        gone.forEach(over);
    }

    /** What is wrong with its record, for one who edited it. */
    private String wrong(Suspect suspect, Stat stat) throws IOException {
        String wrong = stat.isFolder()
                ? TaskRecords.wrong(kit.disk(), suspect.where.task(kit.workspace(), suspect.name))
                : null;
        return wrong == null ? "" : " (" + wrong + ")";
    }

    boolean any() {
        return !suspects.isEmpty();
    }

    private String look(Path path) throws IOException {
        Stat stat = kit.disk().stat(path);
        StringBuilder look = new StringBuilder().append(stat);
        if (stat != null && stat.isFolder()) {
            for (String name : new TreeSet<>(kit.disk().list(path))) {
                look.append(name).append(kit.disk().stat(path.resolve(name)));
            }
        }
        return look.toString();
    }
}
