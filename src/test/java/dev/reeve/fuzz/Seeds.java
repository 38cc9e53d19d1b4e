package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.stream.LongStream;

/**
 * Tries a property seed by seed. The build has the same seeds each time; {@code mvn verify -Pfuzz} has fresh ones, and
 * {@code -Dseed=7} that one alone. {@code -Dfuzz.times=10} tries ten times as many.
 */
public final class Seeds {

    /** As small as the launcher makes it, so that what is too deep shows here as well. */
    private static final long STACK = 512 << 10;

    private static final int SHOWN = 3000;

    private final Class<?> test;
    private final long[] seeds;
    private final boolean fresh;

    private Seeds(Class<?> test, long[] seeds, boolean fresh) {
        this.test = test;
        this.seeds = seeds;
        this.fresh = fresh;
    }

    public static Seeds fixed(Class<?> test, int count) {
        return new Seeds(test, LongStream.rangeClosed(1, count).toArray(), false);
    }

    public static Seeds fresh(Class<?> test, int count) {
        Long one = Long.getLong("seed");
        if (one != null) {
            return new Seeds(test, new long[] {one}, true);
        }
        // not the lowest bits of the clock: the next run shall not try the same again
        long first = System.nanoTime() * 0x9E3779B97F4A7C15L >>> 16;
        return new Seeds(
                test,
                LongStream.range(first, first + (long) count * Integer.getInteger("fuzz.times", 1))
                        .toArray(),
                true);
    }

    public <I> void hold(Property<I> property) {
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> failure[0] = first(property), "seeds", STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw new AssertionError("it takes too long, or for ever: " + property.name(), e);
        }
        if (failure[0] instanceof AssertionError wrong) {
            throw wrong;
        }
        if (fresh) {
            System.out.println(test.getSimpleName() + ", " + property.name() + ": " + seeds.length + " seeds");
        }
    }

    private <I> AssertionError first(Property<I> property) {
        for (long seed : seeds) {
            I made = property.make().apply(new Chance(seed));
            Throwable failure = failure(property, made);
            if (failure != null) {
                Class<?> kind = failure.getClass();
                I small = property.shrink().smaller(made, other -> {
                    Throwable again = failure(property, other);
                    return again != null && again.getClass() == kind;
                });
                return new AssertionError(words(property, seed, failure(property, small), small), failure);
            }
        }
        return null;
    }

    private static <I> Throwable failure(Property<I> property, I made) {
        try {
            property.check().of(made);
            return null;
        } catch (Throwable e) { // also a stack or a heap that did not suffice
            return e;
        }
    }

    private <I> String words(Property<I> property, long seed, Throwable failure, I small) {
        String shown = property.show().apply(small);
        return property.name() + ", seed " + seed + ": " + failure + "\nmade small:\n"
                + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown)
                + "\nagain: mvn test -Pfuzz -Dreeve.archive.skip -Dtest=" + test.getSimpleName() + " -Dseed=" + seed;
    }

    /** As it can be pasted into a Java string, a byte each. */
    public static String shown(byte[] content) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(content, ISO_8859_1).toCharArray()) {
            text.append(
                    c == '\n' ? "\\n\n" : c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return text.toString();
    }
}
