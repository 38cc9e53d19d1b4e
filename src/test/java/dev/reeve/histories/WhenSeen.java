package dev.reeve.histories;

import dev.reeve.sim.People;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A person looks again and again, until a task is where he waits for it, and then does something. */
record WhenSeen(String slug, State state, boolean atWork, List<Deed> deeds) implements Deed {

    /** How often he looks. */
    static final Duration EACH = Duration.ofMillis(100);

    /** Then he gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    boolean isTime(Play play) throws IOException {
        List<People.Found> found = play.people().find(slug);
        boolean there = found.size() == 1 && found.get(0).where().state() == state;
        return there && (!atWork || works(play, found.get(0).id()));
    }

    @Override
    public void happen(Play play) throws IOException {
        for (Deed deed : deeds) {
            deed.happen(play);
        }
    }

    private static boolean works(Play play, String id) {
        return play.machine().processes.ofTasks().stream()
                .anyMatch(process -> !process.shim() && process.mark().task().equals(id));
    }

    @Override
    public String toString() {
        return "as soon as " + slug + " is in " + state.folder() + "/" + (atWork ? ", at work" : "") + ": " + deeds;
    }
}
