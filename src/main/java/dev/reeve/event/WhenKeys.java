package dev.reeve.event;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Quoted;
import dev.reeve.text.Type;
import dev.reeve.text.Value;
import dev.reeve.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code when:}, as it is written.
 *
 * <pre>
 * type: customer_query           this text, or this number
 * channel: [telegram, "irc-*"]   any of these; a glob
 * body.subject: {matches: "(?i)refund"}
 * amount: {above: 100, at_most: 5000}
 * order: {exists: true}
 * </pre>
 */
final class WhenKeys {

    private static final Key<String> MATCHES = new Key<>("matches", WhenKeys::regex);
    private static final Key<BigDecimal> ABOVE = new Key<>("above", WhenKeys::number);
    private static final Key<BigDecimal> AT_LEAST = new Key<>("at_least", WhenKeys::number);
    private static final Key<BigDecimal> BELOW = new Key<>("below", WhenKeys::number);
    private static final Key<BigDecimal> AT_MOST = new Key<>("at_most", WhenKeys::number);
    private static final Key<Boolean> EXISTS = new Key<>("exists", Words.TRUE_OR_FALSE);

    private static final Form FORM = Form.of(MATCHES, ABOVE, AT_LEAST, BELOW, AT_MOST, EXISTS)
            .elsewhere("matches", "regex", "regexp", "pattern", "match")
            .elsewhere("above", "gt", "greater", "greater_than", "more_than")
            .elsewhere("at_least", "gte", "min", "minimum")
            .elsewhere("below", "lt", "less", "less_than")
            .elsewhere("at_most", "lte", "max", "maximum")
            .elsewhere("exists", "present", "defined")
            .instead("in", "write the list itself: field: [a, b]")
            .instead("equals", "write the value itself: field: value")
            .instead("glob", "write the glob itself: field: \"a*\"");

    private static final String EXAMPLE =
            "expected a value, a list of values, or {matches: …}, {above: …}, {at_least: …}, {below: …}, {at_most: …},"
                    + " {exists: true}";

    static final Type<When> TYPE = value -> {
        if (!(value.node() instanceof Node.Mapping mapping)) {
            return value.wrong("no map", "expected fields with what they must be, as in {type: customer_query}");
        }
        List<When.Test> tests = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            String path = entry.key().text();
            if (path.isBlank() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
                value.report()
                        .error(
                                entry.key().place(),
                                Quoted.of(path) + " is no path of a field",
                                "expected names with dots between them, as in body.subject");
                continue;
            }
            Want want = want(value.part("." + path, entry.value()));
            if (want != null) {
                tests.add(new When.Test(path, want));
            }
        }
        return new When(List.copyOf(tests));
    };

    private WhenKeys() {}

    private static Want want(Value value) {
        if (value.node() instanceof Node.Mapping) {
            return bounds(value, FORM.read(value));
        }
        if (value.node() instanceof Node.Sequence sequence) {
            List<Want> any = new ArrayList<>();
            for (Node item : sequence.items()) {
                Want want = item instanceof Node.Scalar
                        ? want(value.part("[]", item))
                        : value.part("[]", item).wrong("no value", "expected a list of values");
                if (want != null) {
                    any.add(want);
                }
            }
            return sequence.items().isEmpty() ? value.wrong("an empty list", EXAMPLE) : new Want.AnyOf(any);
        }
        Node.Scalar scalar = (Node.Scalar) value.node();
        if (scalar.isNothing()) {
            return value.wrong("no value", "for a field that must not be there write {exists: false}");
        }
        return Globbing.isGlob(scalar.text())
                ? new Want.Glob(scalar.text())
                : new Want.Is(scalar.text(), scalar.plain());
    }

    private static Want bounds(Value value, Fields fields) {
        List<Want> all = new ArrayList<>();
        if (fields.has(MATCHES) && fields.read(MATCHES) != null) {
            all.add(new Want.Matches(fields.read(MATCHES)));
        }
        BigDecimal low = fields.has(ABOVE) ? fields.read(ABOVE) : fields.read(AT_LEAST);
        BigDecimal high = fields.has(BELOW) ? fields.read(BELOW) : fields.read(AT_MOST);
        if (low != null || high != null) {
            all.add(new Want.Range(low, !fields.has(ABOVE), high, !fields.has(BELOW)));
        }
        if (fields.has(ABOVE) && fields.has(AT_LEAST)) {
            fields.wrong(AT_LEAST, "there is `above` as well", "leave one of the two out");
        }
        if (fields.has(BELOW) && fields.has(AT_MOST)) {
            fields.wrong(AT_MOST, "there is `below` as well", "leave one of the two out");
        }
        if (fields.read(EXISTS) != null) {
            if (!fields.read(EXISTS) && !all.isEmpty()) {
                fields.wrong(EXISTS, "what is not there is nothing else either", "leave the others out");
            }
            all.add(new Want.Exists(fields.read(EXISTS)));
        }
        if (all.isEmpty()) {
            return ((Node.Mapping) value.node()).entries().isEmpty() ? value.wrong("an empty map", EXAMPLE) : null;
        }
        return all.size() == 1 ? all.get(0) : new Want.AllOf(List.copyOf(all));
    }

    private static String regex(Value value) {
        String text = value.scalar("a regular expression");
        if (text == null) {
            return null;
        }
        try {
            Pattern.compile(text);
            return text;
        } catch (PatternSyntaxException e) {
            return value.wrong(
                    Quoted.of(text) + " is no regular expression: " + e.getDescription(),
                    "mend it; in double quotes each backslash is written twice");
        } catch (StackOverflowError e) {
            return value.wrong("a regular expression that is nested too deep", "write it flatter");
        }
    }

    private static BigDecimal number(Value value) {
        String text = value.scalar("a number");
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimal.of(text);
        return number == null
                ? value.wrong(Quoted.of(text) + " is no number", "expected one such as 100 or 0.5")
                : number;
    }
}
