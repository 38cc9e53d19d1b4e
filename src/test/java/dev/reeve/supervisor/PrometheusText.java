package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text form, and nothing that is not exactly that. */
final class PrometheusText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") ((?:[^\\\\]|\\\\\\\\|\\\\n)+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|summary)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\\\\\|\\\\\"|\\\\n)*)\"(,(?=.)|$)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)\\})? (-?[0-9]+(?:\\.[0-9]+)?)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Set<String> families = new HashSet<>();
    private String help;
    private String family;
    private String type;

    private PrometheusText() {}

    /** @return each number by its name and labels, as in {@code reeve_tasks{state=queue,agent=a}} */
    static Map<String, Double> read(String text) {
        assertTrue(text.endsWith("\n"), "the last line has no end");
        PrometheusText reader = new PrometheusText();
        text.lines().forEach(reader::line);
        assertNull(reader.help, "a HELP without a TYPE");
        return reader.samples;
    }

    private void line(String line) {
        if (line.startsWith("# HELP ")) {
            Matcher form = HELP.matcher(line);
            assertTrue(form.matches(), line);
            assertTrue(families.add(form.group(1)), "a second time: " + line);
            help = form.group(1);
            family = null;
        } else if (line.startsWith("#")) {
            Matcher form = TYPE.matcher(line);
            assertTrue(form.matches(), line);
            assertEquals(help, form.group(1), "its HELP stands before it: " + line);
            family = help;
            type = form.group(2);
            help = null;
        } else {
            sample(line);
        }
    }

    private void sample(String line) {
        Matcher form = SAMPLE.matcher(line);
        assertTrue(form.matches(), line);
        String name = form.group(1);
        boolean own = "summary".equals(type)
                ? name.equals(family + "_sum") || name.equals(family + "_count")
                : name.equals(family);
        assertTrue(own, "it stands among those of " + family + ": " + line);
        assertTrue(!"counter".equals(type) || name.endsWith("_total"), "no name of a counter: " + line);
        String labels = form.group(2) == null ? "" : "{" + labels(form.group(2), line) + "}";
        assertNull(samples.put(name + labels, Double.valueOf(form.group(3))), "a second time: " + line);
    }

    private static String labels(String text, String line) {
        StringBuilder labels = new StringBuilder();
        Set<String> names = new HashSet<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            assertTrue(label.find(end) && label.start() == end, "its labels: " + line);
            assertTrue(names.add(label.group(1)), "a label twice: " + line);
            String value =
                    label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
            labels.append(labels.isEmpty() ? "" : ",")
                    .append(label.group(1))
                    .append('=')
                    .append(value);
            end = label.end();
        }
        return labels.toString();
    }
}
