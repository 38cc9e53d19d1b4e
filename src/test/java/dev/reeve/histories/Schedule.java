package dev.reeve.histories;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What is still to happen in a history: at its time, when something is seen, or in the midst of what a supervisor does. */
final class Schedule {

    private final Play play;
    private final List<Planned> deeds;
    private final PriorityQueue<Planned> due =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::number));
    private final List<Armed> armed = new ArrayList<>();

    /** A deed that waits for the supervisor to take some more steps of one kind. */
    private static final class Armed {
        private final Deed deed;
        private final String kind;
        private int stepsLeft;

        Armed(Deed deed, String kind, int steps) {
            this.deed = deed;
            this.kind = kind;
            this.stepsLeft = steps;
        }

        boolean isTime(String step) {
            return step.startsWith(kind) && --stepsLeft <= 0;
        }
    }

    Schedule(Play play, List<Planned> deeds) {
        this.play = play;
        this.deeds = deeds;
        this.due.addAll(deeds);
    }

    /** Does what has its time now. */
    void doWhatIsDue() throws IOException {
        while (!due.isEmpty() && due.peek().at().compareTo(play.elapsed()) <= 0) {
            Planned next = due.poll();
            if (next.deed() instanceof WhenSeen wait && !wait.isTime(play)) {
                lookAgain(next);
            } else if (next.steps() == 0) {
                play.happen(next.deed());
            } else {
                armed.add(new Armed(next.deed(), "", next.steps()));
            }
        }
    }

    private void lookAgain(Planned waiting) {
        Planned original = deeds.stream()
                .filter(any -> any.number() == waiting.number())
                .findFirst()
                .orElseThrow();
        if (play.elapsed().minus(original.at()).compareTo(WhenSeen.PATIENCE) < 0) {
            due.add(new Planned(waiting.number(), play.elapsed().plus(WhenSeen.EACH), waiting.steps(), waiting.deed()));
        }
    }

    /** @param kind how the step begins, in words */
    void atNext(String kind, Deed deed) {
        armed.add(new Armed(deed, kind, 1));
    }

    /** The supervisor is about to take a step. */
    void step(String what) throws IOException {
        for (Armed one : List.copyOf(armed)) {
            if (one.isTime(what)) {
                armed.remove(one);
                play.happen(one.deed);
            }
        }
    }

    /** The supervisor has nothing to do any more in the midst of which they could happen. */
    void noMoreSteps() throws IOException {
        List<Armed> left = List.copyOf(armed);
        armed.clear();
        for (Armed one : left) {
            play.happen(one.deed);
        }
    }

    /** How long until the next deed has its time; null if none has one. */
    Duration untilNext() {
        return due.isEmpty() ? null : due.peek().at().minus(play.elapsed());
    }

    boolean nothingIsDue() {
        return due.isEmpty();
    }

    boolean isOver() {
        return due.isEmpty() && armed.isEmpty();
    }
}
