package dev.reeve.event;

import dev.reeve.text.Node;
import dev.reeve.text.Quoted;
import java.util.List;

/** What a rule wants of a file: of each of these fields something. Without any it wants nothing, and takes everything. */
record When(List<Test> tests) {

    static final When ALWAYS = new When(List.of());

    /** @param path of the field */
    record Test(String path, Want want) {}

    /** Why not, of the first field that is not as it should be; null if all are. */
    String whyNot(Node.Mapping fields) {
        for (Test test : tests) {
            Node value = Fields.at(fields, test.path());
            if (!test.want().holds(value)) {
                return Quoted.of(test.path()) + " is " + shown(value) + ", and "
                        + test.want().words() + " was wanted";
            }
        }
        return null;
    }

    private static String shown(Node value) {
        if (value == null) {
            return "not there";
        }
        return value instanceof Node.Scalar scalar
                ? Quoted.of(scalar.text())
                : value instanceof Node.Sequence ? "a list" : "a map";
    }

    /** True only if this takes whatever the other would take. */
    boolean covers(When other) {
        return tests.stream()
                .allMatch(mine -> other.tests.stream()
                        .anyMatch(theirs ->
                                theirs.path().equals(mine.path()) && mine.want().covers(theirs.want())));
    }
}
