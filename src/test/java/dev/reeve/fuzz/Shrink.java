package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes something that fails smaller: half of it is left out, then a quarter, and so on, as long as it still fails. */
@FunctionalInterface
public interface Shrink<I> {

    /** So often it is tried at most: a failure is worth some seconds, not hours. */
    int MOST_TRIES = 400;

    I smaller(I failing, Predicate<I> fails);

    static <T> Shrink<List<T>> parts() {
        return (failing, fails) -> {
            List<T> left = new ArrayList<>(failing);
            int tries = 0;
            for (int size = left.size(); size > 0; size /= 2) {
                for (int from = 0; from < left.size() && tries < MOST_TRIES; tries++) {
                    List<T> without = new ArrayList<>(left);
                    without.subList(from, Math.min(left.size(), from + size)).clear();
                    if (fails.test(without)) {
                        left = without;
                    } else {
                        from += size;
                    }
                }
            }
            return left;
        };
    }

    /** Lines first, then bytes. */
    static Shrink<byte[]> bytes() {
        return (failing, fails) -> {
            List<String> lines = Arrays.asList(new String(failing, ISO_8859_1).split("(?<=\n)"));
            lines = Shrink.<String>parts().smaller(lines, some -> fails.test(joined(some)));
            List<String> letters = Arrays.asList(new String(joined(lines), ISO_8859_1).split(""));
            return joined(Shrink.<String>parts().smaller(letters, some -> fails.test(joined(some))));
        };
    }

    private static byte[] joined(List<String> parts) {
        return String.join("", parts).getBytes(ISO_8859_1);
    }
}
