package dev.reeve.cli.setup;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the {@code {{name}}} of a template. */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z]+)}}");

    private Blanks() {}

    public static String fill(String template, Map<String, String> values) {
        return BLANK.matcher(template).replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing to fill in for {{" + name + "}}");
        }
        return value;
    }
}
