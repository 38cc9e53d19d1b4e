package dev.reeve.program;

import dev.reeve.text.Lists;
import dev.reeve.text.Node;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command line with blanks in it. Words that are written as a list of their own belong together: they are left out
 * when a blank in them is empty.
 */
record Arguments(List<List<String>> groups) {

    static final Arguments NONE = new Arguments(List.of());

    private static final Type<String> WORD = value -> {
        String text = Texts.ANY.read(value);
        return text == null ? null : Blank.checked(value, text);
    };

    private static final Type<List<String>> WORDS = Lists.of(WORD);
    private static final Type<List<List<String>>> GROUPS = Lists.of(WORDS);

    static final Type<Arguments> TYPE = value -> {
        if (!(value.node() instanceof Node.Sequence)) {
            return value.wrong("no list", "write the words as a list, as in [-p, [--model, \"{model}\"]]");
        }
        List<List<String>> groups = GROUPS.read(value);
        return groups == null ? null : new Arguments(groups);
    };

    boolean has(Blank blank) {
        return groups.stream().flatMap(List::stream).anyMatch(word -> word.contains(blank.written()));
    }

    /** @param lists what stands for blanks that are several words */
    List<String> filled(Filling filling) {
        List<String> words = new ArrayList<>();
        for (List<String> group : groups) {
            if (group.stream().noneMatch(filling::lacks)) {
                group.stream().flatMap(word -> fill(word, filling)).forEach(words::add);
            }
        }
        return words;
    }

    private static Stream<String> fill(String word, Filling filling) {
        List<String> several = filling.several(word);
        return several == null ? Stream.of(filling.of(word)) : several.stream();
    }
}
