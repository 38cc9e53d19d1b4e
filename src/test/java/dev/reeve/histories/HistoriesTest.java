package dev.reeve.histories;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Histories from seeds: the same ones in each build, and as many fresh ones as anybody wants. */
class HistoriesTest {

    private static final int IN_EACH_BUILD = 400;
    private static final int FAMILIES_IN_EACH_BUILD = 100;
    private static final int USUALLY_ASKED_FOR = 10_000;

    @Test
    void theSameInEachBuild() {
        new Trials(Mutation.NONE).play(LongStream.range(0, IN_EACH_BUILD));
    }

    @Test
    void theSameFamiliesInEachBuild() {
        new Trials(Mutation.NONE).play(LongStream.range(-FAMILIES_IN_EACH_BUILD, 0));
    }

    /** {@code -Dreeve.histories} says how many, {@code -Dreeve.seed} the first: a negative one for families. */
    @Test
    @Tag("profile")
    @Tag("histories")
    void freshOnes() {
        long first = Long.getLong("reeve.seed", new Random().nextInt(Integer.MAX_VALUE) * 1_000_000L);
        int count = Integer.getInteger("reeve.histories", USUALLY_ASKED_FOR);
        System.out.println(count + " histories, seeds " + first + " to " + (first + count - 1));
        long before = System.nanoTime();
        new Trials(Mutation.NONE).play(LongStream.range(first, first + count));
        System.out.println("0 violations, in " + (System.nanoTime() - before) / 1_000_000_000L + " s");
    }
}
