package dev.reeve.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who wrote a name that is not there. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** Up to three names that are a few slips away, or of which the asked one is a part; the nearest first. */
    static List<String> to(String asked, Collection<String> names) {
        record Near(String name, int distance) {}
        int most = Math.max(2, asked.length() / 3);
        List<Near> near = new ArrayList<>();
        for (String name : names) {
            int distance =
                    name.contains(asked) || (asked.contains(name) && !name.isEmpty()) ? 1 : distance(asked, name);
            if (distance <= most) {
                near.add(new Near(name, distance));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
        return near.stream().limit(SHOWN).map(Near::name).toList();
    }

    /** How many letters must be put in, left out or changed. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
