package dev.reeve.text;

/**
 * A value that is about to be read.
 *
 * @param name the key's full name, as {@code limits.max_concurrent}
 */
public record Value(String name, Node node, Report report) {

    /** Says what is wrong. */
    public <T> T wrong(String what, String advice) {
        report.error(node.place(), Quoted.of(name) + ": " + what, advice);
        return null;
    }

    /** The text of a scalar, or null if the report says that it is none. */
    public String scalar(String expected) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        return wrong(kind() + " where one value belongs", "expected " + expected);
    }

    public Value part(String suffix, Node part) {
        return new Value(Quoted.beginning(name + suffix), part, report);
    }

    private String kind() {
        return node instanceof Node.Sequence ? "a list" : "a map";
    }
}
