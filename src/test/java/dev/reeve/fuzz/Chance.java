package dev.reeve.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from a seed: the same seed takes the same turns. */
public final class Chance {

    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to one less than the bound; 0 for a bound of 0. */
    public int below(int bound) {
        return bound <= 0 ? 0 : random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    public boolean oneIn(int many) {
        return below(many) == 0;
    }

    public <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    @SafeVarargs
    public final <T> T of(T... all) {
        return all[below(all.length)];
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
