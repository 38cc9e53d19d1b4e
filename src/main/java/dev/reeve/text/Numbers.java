package dev.reeve.text;

import java.util.regex.Pattern;

/** Whole numbers within bounds. */
public final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

    private static final Pattern LARGE = Pattern.compile("[+-]?\\d{1,18}");

    private Numbers() {}

    public static Type<Integer> between(int least, int most) {
        return value -> read(value, least, most, "");
    }

    /** Larger ones. */
    public static Type<Long> between(long least, long most) {
        return value -> {
            String expected = "a whole number from " + least + " to " + most;
            String text = value.scalar(expected);
            if (text == null) {
                return null;
            }
            if (!LARGE.matcher(text).matches()) {
                return value.wrong(Quoted.of(text) + " is no whole number", "expected " + expected);
            }
            long number = Long.parseLong(text);
            return number < least || number > most
                    ? value.wrong(Quoted.of(text) + " is out of bounds", "expected " + expected)
                    : Long.valueOf(number);
        };
    }

    /** A number, or {@code unlimited}, which is zero. */
    public static Type<Integer> upToOrUnlimited(int most) {
        return value ->
                value.node() instanceof Node.Scalar scalar && scalar.text().equals("unlimited")
                        ? Integer.valueOf(0)
                        : read(value, 1, most, ", or unlimited");
    }

    private static Integer read(Value value, int least, int most, String or) {
        String expected = "a whole number from " + least + " to " + most + or;
        String text = value.scalar(expected);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            String what = text.matches("[+-]?\\d+") ? " is out of bounds" : " is no whole number";
            return value.wrong(Quoted.of(text) + what, "expected " + expected);
        }
        int number = Integer.parseInt(text);
        return number < least || number > most
                ? value.wrong(Quoted.of(text) + " is out of bounds", "expected " + expected)
                : number;
    }
}
