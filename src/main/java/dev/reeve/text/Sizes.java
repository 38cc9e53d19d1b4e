package dev.reeve.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes with their units: {@code 8KB}, {@code 2GB}. A KB is 1024 bytes, and may be written KiB. */
public final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?([KMGT]?)I?B");
    private static final Pattern NO_UNIT = Pattern.compile("(\\d{1,9}) ?([KMGT]?)");
    private static final String EXPECTED = "a size with its unit (B, KB, MB, GB), such as 8KB";

    private Sizes() {}

    public static Type<Long> between(long least, long most) {
        return value -> {
            String text = value.scalar(EXPECTED);
            if (text == null) {
                return null;
            }
            String upper = text.strip().toUpperCase(Locale.ROOT);
            Matcher form = FORM.matcher(upper);
            if (!form.matches()) {
                return value.wrong(Quoted.of(text) + " is no size with a unit", advice(upper));
            }
            long size = Long.parseLong(form.group(1)) << (10 * (" KMGT".indexOf(unit(form))));
            return size < least || size > most
                    ? value.wrong(
                            Quoted.of(text) + " is out of bounds",
                            "expected " + written(least) + " to " + written(most))
                    : size;
        };
    }

    private static char unit(Matcher form) {
        return form.group(2).isEmpty() ? ' ' : form.group(2).charAt(0);
    }

    private static String advice(String upper) {
        Matcher bare = NO_UNIT.matcher(upper);
        if (!bare.matches()) {
            return "expected " + EXPECTED;
        }
        return bare.group(2).isEmpty()
                ? "write `" + bare.group(1) + "B` for bytes or `" + bare.group(1) + "KB` for kilobytes"
                : "did you mean `" + bare.group(1) + bare.group(2) + "B`?";
    }

    /** For people: {@code 312MB}. */
    public static String rounded(long size) {
        int step = 0;
        while (step < 3 && size >> (10 * (step + 1)) >= 10) {
            step++;
        }
        return written(size >> (10 * step) << (10 * step));
    }

    /** As it would be written in a file. */
    public static String written(long size) {
        for (int step = 3; step > 0; step--) {
            if (size > 0 && size % (1L << (10 * step)) == 0) {
                return (size >> (10 * step)) + " KMG".substring(step, step + 1) + "B";
            }
        }
        return size + "B";
    }
}
