package dev.reeve.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What went wrong in which of many crashes, played side by side. One of them is shown with its stack. */
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
        Throwable wrong = null;
        try {
            story.play();
        } catch (AssertionError | Exception e) {
            wrong = e;
        }
        note(where, wrong);
    }

    private synchronized void note(String where, Throwable wrong) {
        played++;
        if (wrong != null) {
            first = first == null ? wrong : first;
            places.add(where + ": " + wrong);
        }
    }

    void none() {
        Collections.sort(places);
        if (first != null) {
            throw new AssertionError(
                    places.size() + " of " + played + ":\n"
                            + String.join("\n", places.subList(0, Math.min(SHOWN, places.size()))),
                    first);
        }
    }
}
