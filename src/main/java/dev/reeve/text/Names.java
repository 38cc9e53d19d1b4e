package dev.reeve.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names that people give. An agent's or a group's name is lower case, because on many Macs {@code Writer} and
 * {@code writer} are the same folder and on Linux they are not.
 */
public final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FORM = "expected lower-case letters, digits, `-` and `_`, at most 64, as in `writer-2`";

    /** Of an agent or a group. */
    public static final Type<String> NAME_OF_ONE = value -> {
        String text = value.scalar("a name");
        if (text == null || isName(text)) {
            return text;
        }
        return value.wrong(Quoted.of(text) + " is no safe name", adviceFor(text));
    };

    /** A person's own name for something: it may become a file's name, as it is or shortened. */
    public static final Type<String> LABEL = value -> {
        String text = Texts.line(100).read(value);
        if (text == null) {
            return null;
        }
        if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.startsWith(".")) {
            return value.wrong(
                    Quoted.of(text) + " is no safe name", "expected no slashes, and no dot at the beginning");
        }
        return text;
    };

    /** Of an environment variable that Reeve does not set itself. */
    public static final Type<String> VARIABLE_NAME = value -> {
        String text = value.scalar("the name of a variable");
        if (text == null) {
            return null;
        }
        if (!VARIABLE.matcher(text).matches()) {
            return value.wrong(
                    Quoted.of(text) + " is no name of a variable",
                    "expected letters, digits and `_`, not beginning with a digit");
        }
        if (text.startsWith("REEVE_") || text.startsWith("_reeve_")) {
            return value.wrong(Quoted.of(text) + " is one of Reeve's own", "choose a name that does not begin so");
        }
        return text;
    };

    private Names() {}

    /** True if an agent or a group may have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What to do about a name that an agent or a group can't have. */
    public static String adviceFor(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isName(lower) ? "names are in lower case: " + Quoted.of(lower) : FORM;
    }
}
