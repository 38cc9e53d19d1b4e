package dev.reeve.program;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** What the blanks of a preset are at one start. */
final class Filling {

    private final Map<Blank, String> words = new EnumMap<>(Blank.class);
    private final Map<Blank, List<String>> lists = new EnumMap<>(Blank.class);

    /** Null is empty. */
    Filling with(Blank blank, Object word) {
        words.put(blank, word == null ? "" : word.toString());
        return this;
    }

    Filling with(Blank blank, List<String> several) {
        lists.put(blank, several);
        return this;
    }

    /** What several words stand for; null if this is no such blank. */
    List<String> several(String word) {
        return lists.entrySet().stream()
                .filter(list -> list.getKey().written().equals(word))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    boolean lacks(String word) {
        return words.entrySet().stream()
                .anyMatch(one ->
                        one.getValue().isEmpty() && word.contains(one.getKey().written()));
    }

    String of(String text) {
        Matcher blanks = Blank.PATTERN.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (blanks.find()) {
            String word = words.getOrDefault(Blank.of(blanks.group(1)), "");
            blanks.appendReplacement(filled, Matcher.quoteReplacement(word));
        }
        blanks.appendTail(filled);
        return filled.toString();
    }
}
