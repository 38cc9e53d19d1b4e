package dev.reeve.text;

/** Texts, in which anything may stand that a file or a process can take. */
public final class Texts {

    /** Of any length, on any number of lines; may be empty. */
    public static final Type<String> ANY = value -> {
        String text = value.scalar("a text");
        return text == null ? null : possible(value, text);
    };

    private Texts() {}

    /** Something on one line. */
    public static Type<String> line(int longest) {
        return value -> {
            String text = value.scalar("a text on one line");
            if (text == null) {
                return null;
            }
            if (text.isBlank()) {
                return value.wrong("empty", "write something, or leave the key out");
            }
            if (text.codePoints().anyMatch(Texts::breaksLine)) {
                return value.wrong(Quoted.of(text) + " has a control character in it", "expected a text on one line");
            }
            if (text.codePointCount(0, text.length()) > longest) {
                return value.wrong(Quoted.of(text) + " is too long", "expected at most " + longest + " characters");
            }
            return possible(value, text.strip());
        };
    }

    private static String possible(Value value, String text) {
        if (text.indexOf('\0') >= 0) {
            return value.wrong("a zero character", "remove it, no process takes it");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return value.wrong("half a surrogate pair", "write the character itself");
        }
        return text;
    }

    private static boolean breaksLine(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
