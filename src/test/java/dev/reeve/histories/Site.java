package dev.reeve.histories;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A place in the code from which the disk is reached.
 *
 * @param step the line that takes the step
 * @param callers who asked for it, up to the transition
 */
record Site(String kind, String step, List<String> callers) implements Comparable<Site> {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OURS = "dev.reeve.";
    private static final String TRANSITIONS = "dev.reeve.supervisor.";
    private static final Predicate<StackWalker.StackFrame> OF_THE_PRODUCT =
            frame -> frame.getClassName().startsWith(OURS)
                    && !frame.getClassName().startsWith("dev.reeve.histories.")
                    && !frame.getClassName().startsWith("dev.reeve.files.DelegatingDisk");

    /** Where we are called from. */
    static Site here(String kind) {
        List<StackWalker.StackFrame> frames = WALKER.walk(all -> {
            boolean[] over = {false};
            return all.filter(OF_THE_PRODUCT)
                    .takeWhile(frame -> {
                        boolean more = !over[0];
                        over[0] = frame.getClassName().startsWith(TRANSITIONS);
                        return more;
                    })
                    .toList();
        });
        StackWalker.StackFrame first = frames.get(0);
        return new Site(
                kind,
                method(first) + ":" + first.getLineNumber(),
                frames.stream().skip(1).map(Site::method).distinct().collect(Collectors.toList()));
    }

    private static String method(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName();
    }

    @Override
    public int compareTo(Site other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + step + (callers.isEmpty() ? "" : " of " + String.join(" of ", callers));
    }
}
