package dev.reeve.histories;

import java.util.ArrayList;
import java.util.List;

/** What is in one of two texts only, line by line. */
final class Difference {

    private static final int SHOWN = 20;

    private Difference() {}

    static String of(String one, String other) {
        List<String> before = new ArrayList<>(one.lines().toList());
        List<String> after = new ArrayList<>(other.lines().toList());
        List<String> both = new ArrayList<>(before);
        both.retainAll(after);
        before.removeAll(both);
        after.removeAll(both);
        List<String> lines = new ArrayList<>();
        before.forEach(line -> lines.add("- " + line));
        after.forEach(line -> lines.add("+ " + line));
        return String.join("\n", lines.subList(0, Math.min(SHOWN, lines.size())));
    }
}
