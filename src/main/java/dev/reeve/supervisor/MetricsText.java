package dev.reeve.supervisor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers in the text form that Prometheus and its like read: each with what it means, what kind it is, and its labels. */
final class MetricsText {

    enum Type {
        GAUGE,
        COUNTER,
        /** Of which there are a sum and a count alone. */
        SUMMARY
    }

    /** Its lines stay together, as the form wants it. */
    private record Family(String name, List<String> lines) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    /** Begins one, which may come to have no lines. */
    MetricsText family(String name, Type type, String help) {
        List<String> lines = new ArrayList<>();
        lines.add("# HELP " + name + " " + help.replace("\\", "\\\\").replace("\n", "\\n"));
        lines.add("# TYPE " + name + " " + type.name().toLowerCase(java.util.Locale.ROOT));
        families.put(name, new Family(name, lines));
        return this;
    }

    /** @param labels names and values, in turn */
    MetricsText value(String family, double value, String... labels) {
        return line(family, family, value, labels);
    }

    MetricsText sum(String family, Tally.Sum sum, String... labels) {
        line(family, family + "_sum", sum.seconds(), labels);
        return line(family, family + "_count", sum.count(), labels);
    }

    private MetricsText line(String family, String name, double value, String... labels) {
        StringBuilder line = new StringBuilder(name);
        for (int i = 0; i < labels.length; i += 2) {
            line.append(i == 0 ? "{" : ",")
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        if (labels.length > 0) {
            line.append('}');
        }
        families.get(family).lines.add(line.append(' ').append(number(value)).toString());
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Without an exponent, and no digits that say nothing. */
    private static String number(double value) {
        String plain = BigDecimal.valueOf(value).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Family family : families.values()) {
            family.lines.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
