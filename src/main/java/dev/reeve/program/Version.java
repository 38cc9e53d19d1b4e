package dev.reeve.program;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Quoted;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version a program has to be at the least. @param ask the words that make it tell its own; none: nobody asks */
public record Version(List<String> ask, String least) {

    static final Version ANY = new Version(List.of(), null);

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)+");

    private static final Key<List<String>> ASK = new Key<>("ask", Lists.of(Texts.line(200)));
    private static final Key<String> LEAST = new Key<>("least", value -> {
        String text = value.scalar("a version, such as 2.1");
        return text == null || NUMBERS.matcher(text).matches()
                ? text
                : value.wrong(Quoted.of(text) + " is no version", "expected numbers with dots, such as \"2.1\"");
    });
    private static final Form FORM = Form.of(ASK, LEAST);

    static final Type<Version> TYPE = value -> {
        Fields fields = FORM.read(value);
        if (fields == null) {
            return null;
        }
        if (!fields.has(LEAST)) {
            return value.wrong("no `least`", "write the version, as in {ask: [--version], least: \"2.1\"}");
        }
        return new Version(fields.read(ASK, List.of("--version")), fields.read(LEAST));
    };

    /** Why what the program said of itself is not enough; null if it is, or nobody can tell. */
    public String wrong(String said) {
        Matcher found = NUMBERS.matcher(said);
        if (least == null || !found.find() || compare(found.group(), least) >= 0) {
            return null;
        }
        return "it is version " + found.group() + ", and " + least + " is the least that is known to work";
    }

    private static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            long a = i < left.length ? number(left[i]) : 0;
            long b = i < right.length ? number(right[i]) : 0;
            if (a != b) {
                return Long.compare(a, b);
            }
        }
        return 0;
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
