package dev.reeve.cli;

/** The few colours that output has, by what they say. */
enum Colour {
    HEADING("1"),
    GOOD("32"),
    BAD("31"),
    ATTENTION("33"),
    FAINT("2");

    static final String END = "\033[0m";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String start() {
        return "\033[" + code + "m";
    }
}
