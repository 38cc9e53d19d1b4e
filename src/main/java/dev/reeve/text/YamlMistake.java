package dev.reeve.text;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A mistake in YAML, with what a person does about it. */
enum YamlMistake {
    TAB("TAB", "a tab where YAML wants spaces", "indent with spaces"),
    TOKEN(
            "cannot start any token",
            "a character that can't begin a value",
            "put quotes around the whole value if it belongs to it"),
    COLON(
            "mapping values are not allowed",
            "a `:` where no key can stand",
            "put quotes around a value with `: ` in it"),
    KEY("could not find expected ':'", "a line that is no `key: value`", "write a colon and a space after the key"),
    INDENT(
            "expected <block end>",
            "this line does not fit the ones above",
            "indent the keys of one level alike, and put nothing after a closed quote or bracket"),
    LIST("expected ',' or ']'", "a list that is not closed here", "write a comma between its items and `]` at its end"),
    MAP("expected ',' or '}'", "a map that is not closed here", "write a comma between its keys and `}` at its end"),
    QUOTE("found unexpected end of stream", "a quote that is never closed", "close it"),
    ESCAPE("escape", "an escape that YAML does not know", "write `\\\\` for a backslash, or use single quotes"),
    ALIAS("undefined alias", "an alias that stands for nothing", "put quotes around a text that begins with `*`"),
    DOCUMENTS("but found another document", "a second document", "leave out the `---` and what belongs to it");

    private final String sign;
    private final String what;
    private final String advice;

    YamlMistake(String sign, String what, String advice) {
        this.sign = sign;
        this.what = what;
        this.advice = advice;
    }

    static Unreadable of(MarkedYAMLException e, int above) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Place place = mark == null ? Place.WHOLE : new Place(mark.getLine() + 1 + above, mark.getColumn() + 1);
        String said = e.getContext() + " " + e.getProblem();
        for (YamlMistake mistake : values()) {
            if (said.contains(mistake.sign)) {
                return new Unreadable(place, mistake.what, mistake.advice);
            }
        }
        // never its own words: they may repeat what stands in the file, and that may be a secret
        return new Unreadable(place, "this is not YAML", "expected `key: value`, one a line");
    }

    static Unreadable unplaced(RuntimeException e) {
        if (e instanceof FrugalComposer.TooMany) {
            return new Unreadable(Place.WHOLE, e.getMessage(), "write less");
        }
        String said = String.valueOf(e.getMessage());
        if (said.contains("Nesting Depth")) {
            return new Unreadable(Place.WHOLE, "nested more than " + Growth.DEPTH + " levels deep", "write it flatter");
        }
        if (said.contains("aliases")) {
            return new Unreadable(Place.WHOLE, "more than 50 aliases of lists or maps", "write them out");
        }
        return new Unreadable(Place.WHOLE, "this is not YAML that can be read", "expected `key: value`, one a line");
    }
}
