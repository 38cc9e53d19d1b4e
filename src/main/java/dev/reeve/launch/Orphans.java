package dev.reeve.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every process that carries a mark of one workspace: how recovery finds those whose task folder is gone. It reads each
 * environment there is, so it belongs to a start and not to a loop. Where marks can't be read it finds nothing.
 */
public final class Orphans {

    private Orphans() {}

    /** @param self the supervisor's own pid, left out even if it was started by an agent */
    public static Map<Mark, List<Seen>> marked(Processes processes, long self, String workspace) throws IOException {
        Map<Mark, List<Seen>> found = new HashMap<>();
        for (Seen seen : processes.all()) {
            Mark mark = seen.pid() > 1 && seen.pid() != self ? processes.markOf(seen) : null;
            if (mark != null && mark.workspace().equals(workspace)) {
                found.computeIfAbsent(mark, none -> new ArrayList<>()).add(seen);
            }
        }
        return found;
    }
}
