package dev.reeve.text;

import java.util.List;

/** Paths that stay within the folder that they are relative to. */
public final class FilePaths {

    /** Relative, and with no step outside. */
    public static final Type<String> INSIDE = value -> {
        String text = Texts.line(1000).read(value);
        if (text == null) {
            return null;
        }
        if (text.startsWith("/") || text.startsWith("~")) {
            return value.wrong(Quoted.of(text) + " is not relative", "expected a path without `/` or `~` before it");
        }
        if (List.of(text.split("/", -1)).contains("..")) {
            return value.wrong(Quoted.of(text) + " leads outside", "expected a path without `..`");
        }
        return text;
    };

    private FilePaths() {}
}
