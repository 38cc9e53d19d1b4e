package dev.reeve.fuzz;

/** The form in which something is written, which decides what can be wrong with it. */
enum Syntax {
    /** With YAML between two lines {@code ---}. */
    MARKDOWN,
    YAML,
    JSON,
    /** One JSON object a line. */
    LINES,
    TEXT
}
