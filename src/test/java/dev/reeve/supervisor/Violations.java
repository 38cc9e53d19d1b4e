package dev.reeve.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong in which of many crashes. The first of them is shown with its stack. */
final class Violations {

    private static final int SHOWN = 8;

    private final List<String> places = new ArrayList<>();
    private Throwable first;
    private int played;

    @FunctionalInterface
    interface Story {
        void play() throws IOException;
    }

    void in(String where, Story story) {
        played++;
        try {
            story.play();
        } catch (AssertionError | Exception e) {
            first = first == null ? e : first;
            places.add(where + ": " + e);
        }
    }

    void none() {
        if (first != null) {
            throw new AssertionError(
                    places.size() + " of " + played + ":\n"
                            + String.join("\n", places.subList(0, Math.min(SHOWN, places.size()))),
                    first);
        }
    }
}
