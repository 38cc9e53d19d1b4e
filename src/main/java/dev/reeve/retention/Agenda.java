package dev.reeve.retention;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Works one after the other. Each may put others before the rest of itself. */
public final class Agenda implements Work {

    private final Deque<Work> works = new ArrayDeque<>();

    public void last(Work work) {
        works.addLast(work);
    }

    /** It is done before anything else goes on. */
    void first(Work work) {
        works.addFirst(work);
    }

    /** A work that meets an error is given up; those behind it go on. */
    @Override
    public boolean step() throws IOException {
        Work work = works.peekFirst();
        if (work == null) {
            return false;
        }
        boolean more = false;
        try {
            more = work.step();
        } finally {
            if (!more) {
                works.removeFirstOccurrence(work);
            }
        }
        return !works.isEmpty();
    }
}
