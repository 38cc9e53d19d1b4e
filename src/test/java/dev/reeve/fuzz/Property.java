package dev.reeve.fuzz;

import java.util.function.Function;

/**
 * What must hold of everything that chance makes.
 *
 * @param shrink makes it smaller while it still fails
 * @param show as a person can read it, and as it can be kept
 */
public record Property<I>(
        String name, Function<Chance, I> make, Check<I> check, Shrink<I> shrink, Function<I, String> show) {

    @FunctionalInterface
    public interface Check<I> {
        void of(I made) throws Exception;
    }
}
