package dev.reeve.event;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers that can be compared at once: those that come from outside may have a million zeros. */
final class Decimal {

    private static final Pattern FORM = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private Decimal() {}

    /** @return null if it is none */
    static BigDecimal of(String text) {
        return text.length() < 70 && FORM.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
