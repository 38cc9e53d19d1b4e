package dev.reeve.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the right words somebody may have meant. */
public final class Nearest {

    /** Nobody mistypes a longer word than this; it also bounds the work. */
    private static final int LONGEST = 64;

    private static final int SHOWN = 20;

    private Nearest() {}

    /** The nearest right word, if one is near. */
    public static Optional<String> of(String word, Collection<String> right) {
        return all(word, right).stream().findFirst();
    }

    /** Up to three right words that are near, the nearest first. */
    public static List<String> all(String word, Collection<String> right) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        String plain = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, plain.length() / 3);
        return right.stream()
                .filter(candidate -> candidate.length() <= LONGEST)
                .map(candidate -> new Candidate(candidate, distance(plain, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= most)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(3)
                .map(Candidate::word)
                .toList();
    }

    /** Advice: what may have been meant, else what there is to choose from. */
    public static String advice(String word, Collection<String> right) {
        List<String> near = all(word, right);
        if (!near.isEmpty()) {
            return near.stream().map(Quoted::of).collect(Collectors.joining(" or ", "did you mean ", "?"));
        }
        if (right.isEmpty()) {
            return "there is none";
        }
        String some = right.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return "expected one of: " + some + (right.size() > SHOWN ? ", …" : "");
    }

    /** Insertions, deletions, replacements, and neighbours that changed places. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private record Candidate(String word, int distance) {}
}
