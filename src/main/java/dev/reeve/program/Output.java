package dev.reeve.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How what a program prints is read. */
record Output(Shape shape, Counting counting, List<Rule> rules) {

    /** The event that a line on standard output is which is no JSON, and a line on standard error. */
    static final String PRINTED = "printed";

    static final String ERROR = "error_line";

    enum Shape {
        /** A JSON object on each line. */
        LINES,
        /** One JSON object, on as many lines as it likes, when it ends. */
        WHOLE
    }

    /** What the amounts that a program tells are of. */
    enum Counting {
        /** Of this run. */
        RUN,
        /** Of the conversation: what it had before this run is taken off. */
        CONVERSATION,
        /** Of one step of many, to be added up. */
        STEP
    }

    /** The same, with those of what a person is shown: that may be more than is worth its memory to a supervisor. */
    Set<String> namesToShow() {
        Set<String> names = new HashSet<>(names());
        for (Rule rule : rules) {
            if (rule.show() != null) {
                rule.show().ways().forEach(way -> names.add(way.first()));
            }
        }
        return names;
    }

    /** The names at the top of events that any rule looks at; everything else need not be kept. */
    Set<String> names() {
        return rules.stream().flatMap(rule -> rule.names().stream()).collect(Collectors.toSet());
    }
}
