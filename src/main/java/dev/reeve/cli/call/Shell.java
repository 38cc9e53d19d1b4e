package dev.reeve.cli.call;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as they can be pasted into a shell. */
public final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.,:=@%+-]+");

    private Shell() {}

    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    public static String line(List<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
