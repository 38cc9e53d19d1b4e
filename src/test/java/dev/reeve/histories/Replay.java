package dev.reeve.histories;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One history, with every step of it. Not a part of the build: a person asks for it. */
class Replay {

    @Test
    @EnabledIfSystemProperty(named = "reeve.seed", matches = "-?\\d+")
    void ofASeed() {
        History whole = Menu.of(Long.getLong("reeve.seed"));
        String kept = System.getProperty("reeve.deeds");
        play(
                kept == null
                        ? whole
                        : whole.only(Arrays.stream(kept.split(","))
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet())));
    }

    @Test
    @EnabledIfSystemProperty(named = "reeve.history", matches = ".+")
    void ofAShortOne() {
        ShortHistory history = ShortHistories.named(System.getProperty("reeve.history"));
        int step = Integer.getInteger("reeve.step", 0);
        play(
                step == 0
                        ? history.undisturbed()
                        : history.with(
                                step,
                                EveryStep.Fault.valueOf(System.getProperty("reeve.fault"))
                                        .at(step)));
    }

    private static void play(History history) {
        System.out.println(history);
        Throwable failure = new Trials(Mutation.NONE).failure(history, new Printed());
        if (failure != null) {
            throw new AssertionError(failure);
        }
    }

    private static final class Printed implements StepLog {
        @Override
        public void note(String what) {
            System.out.println("-- " + what);
        }

        @Override
        public void step(int number, String what) {
            System.out.println(number + " " + what);
        }
    }
}
