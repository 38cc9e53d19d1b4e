package dev.reeve.cli.call;

/** The few colours that output has, by what they say. */
public enum Colour {
    HEADING("1"),
    GOOD("32"),
    BAD("31"),
    ATTENTION("33"),
    FAINT("2");

    public static final String END = "\033[0m";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    public String start() {
        return "\033[" + code + "m";
    }
}
