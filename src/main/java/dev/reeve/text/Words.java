package dev.reeve.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One of a few words. */
public final class Words {

    /** {@code true} or {@code false}; also {@code yes}, {@code no}, {@code on}, {@code off}. */
    public static final Type<Boolean> TRUE_OR_FALSE = value -> {
        String text = value.scalar("true or false");
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Boolean.TRUE;
            case "false", "no", "off" -> Boolean.FALSE;
            default -> value.wrong(Quoted.of(text) + " is neither true nor false", "expected true or false");
        };
    };

    private Words() {}

    public static <T> Type<T> of(Map<String, T> words) {
        Map<String, T> meanings = new TreeMap<>(words);
        return value -> {
            String expected = String.join(" or ", meanings.keySet());
            String text = value.scalar(expected);
            if (text == null) {
                return null;
            }
            T meaning = meanings.get(text);
            return meaning == null
                    ? value.wrong(Quoted.of(text) + " is no value of it", Nearest.advice(text, meanings.keySet()))
                    : meaning;
        };
    }

    /** The constants of an enum, in lower case. */
    public static <E extends Enum<E>> Type<E> of(Class<E> type) {
        Map<String, E> meanings = new HashMap<>();
        for (E constant : List.of(type.getEnumConstants())) {
            meanings.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return of(meanings);
    }
}
