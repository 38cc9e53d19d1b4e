package dev.reeve.cost;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Money;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Utf8;
import dev.reeve.text.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * {@code prices.yaml}, in US dollars for a million tokens: the one that Reeve brings, and the workspace's own.
 *
 * <pre>
 * date: 2026-11-01
 * models:
 *   claude-sonnet-4-5: {input: 3, cached: 0.30, output: 15}
 * </pre>
 */
public final class PricesFile {

    /** The largest in bytes. */
    public static final int LIMIT = 1 << 20;

    private static final String BUILT_IN = "/prices.yaml";

    private static final Key<String> DATE = new Key<>("date", Texts.line(40));
    private static final Key<Map<String, Prices.Price>> MODELS =
            new Key<>("models", Lists.map(Texts.line(200), price()));
    private static final Form FORM =
            Form.of(DATE, MODELS).elsewhere("models", "prices", "model").elsewhere("date", "updated", "as_of");

    private PricesFile() {}

    /** @param file as problems name it */
    public static Parsed<Prices> read(String file, byte[] content) {
        Report report = new Report(file);
        if (content.length > LIMIT) {
            report.error(Place.WHOLE, "larger than " + LIMIT + " bytes", "expected a line for each model");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        Node root = text == null ? null : YamlText.parse(text, 0, report);
        if (root == null) {
            return report.bad();
        }
        Fields fields = FORM.read(root, report);
        return report.result(() -> new Prices(fields.read(DATE), fields.read(MODELS, Map.of())), fields.places());
    }

    private static Type<Prices.Price> price() {
        Key<Long> input = new Key<>("input", Money.AMOUNT);
        Key<Long> cached = new Key<>("cached", Money.AMOUNT);
        Key<Long> output = new Key<>("output", Money.AMOUNT);
        Form form = Form.of(input, cached, output)
                .elsewhere("cached", "cache_read", "cached_input", "cache")
                .elsewhere("input", "prompt", "in")
                .elsewhere("output", "completion", "out");
        return value -> {
            Fields fields = form.read(value);
            if (fields == null) {
                return null;
            }
            if (!fields.has(input) || !fields.has(output)) {
                return value.wrong("no `input` or no `output`", "expected {input: 3, cached: 0.30, output: 15}");
            }
            Long in = fields.read(input);
            Long out = fields.read(output);
            Long cache = fields.read(cached, in);
            return in == null || out == null ? null : new Prices.Price(in, cache, out);
        };
    }

    /** The table that Reeve brings. */
    public static Prices builtIn() {
        try (InputStream table = PricesFile.class.getResourceAsStream(BUILT_IN)) {
            Parsed<Prices> parsed = read("prices.yaml", table.readAllBytes());
            if (parsed instanceof Parsed.Good<Prices> good) {
                return good.value();
            }
            throw new IllegalStateException(parsed.problems().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
