package dev.reeve.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Steps that several take side by side, first all of them this one, then all of them the next: what they share is forced
 * once for all. Whoever meets an error drops out, and the others go on.
 */
final class Together<T> {

    @FunctionalInterface
    interface Step<T> {
        void take(T one) throws IOException;
    }

    @FunctionalInterface
    interface Test<T> {
        boolean passes(T one) throws IOException;
    }

    private final BiConsumer<T, IOException> failed;
    private List<T> going;

    /** @param failed told of each that drops out because of an error */
    Together(Collection<? extends T> all, BiConsumer<T, IOException> failed) {
        this.going = new ArrayList<>(all);
        this.failed = failed;
    }

    void each(Step<? super T> step) {
        only(one -> {
            step.take(one);
            return true;
        });
    }

    /** Those that pass go on; the others are through, without an error. */
    void only(Test<? super T> test) {
        List<T> still = new ArrayList<>();
        for (T one : going) {
            try {
                if (test.passes(one)) {
                    still.add(one);
                }
            } catch (IOException e) {
                failed.accept(one, e);
            }
        }
        going = still;
    }

    /** Once for each thing that some of them share. An error is one of all that share it. */
    <S> void shared(Function<? super T, S> what, Step<S> step) {
        Map<S, List<T>> sharing = new LinkedHashMap<>();
        going.forEach(one -> sharing.computeIfAbsent(what.apply(one), none -> new ArrayList<>())
                .add(one));
        for (Map.Entry<S, List<T>> entry : sharing.entrySet()) {
            try {
                step.take(entry.getKey());
            } catch (IOException e) {
                going.removeAll(entry.getValue());
                entry.getValue().forEach(one -> failed.accept(one, e));
            }
        }
    }
}
