package dev.reeve.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of US dollars, as whole millionths: {@code 0.50}, {@code $12}. Sums of them are exact. */
public final class Money {

    /** One dollar. */
    public static final long USD = 1_000_000;

    private static final Pattern FORM = Pattern.compile("\\$?\\d{1,9}(\\.\\d{1,6})?");
    private static final String EXPECTED = "an amount in US dollars, such as 0.50";

    /** Any, nothing too. */
    public static final Type<Long> AMOUNT = value -> {
        String text = value.scalar(EXPECTED);
        if (text == null) {
            return null;
        }
        return FORM.matcher(text).matches()
                ? Long.valueOf(parse(text))
                : value.wrong(Quoted.of(text) + " is no amount", "expected " + EXPECTED);
    };

    /** More than nothing. */
    public static final Type<Long> POSITIVE = value -> {
        Long millionths = AMOUNT.read(value);
        return millionths != null && millionths == 0
                ? value.wrong("nothing at all", "expected more than 0, or leave the key out for no bound")
                : millionths;
    };

    private Money() {}

    private static long parse(String text) {
        return new BigDecimal(text.startsWith("$") ? text.substring(1) : text)
                .movePointRight(6)
                .longValueExact();
    }

    /** As a file holds it: exact, with two decimals at the least. */
    public static String plain(long millionths) {
        BigDecimal amount = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
        return amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }

    /** As people read it: {@code $0.04}; what is less than a cent keeps its first digits. */
    public static String words(long millionths) {
        return "$" + plain(millionths);
    }
}
