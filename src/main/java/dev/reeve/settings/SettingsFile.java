package dev.reeve.settings;

import dev.reeve.text.Fields;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import dev.reeve.text.Utf8;
import dev.reeve.text.YamlText;

/**
 * The workspace's {@code reeve.yaml}. An empty one is all defaults.
 *
 * <pre>
 * default_agent: main
 * limits: {max_concurrent: 3}
 * groups: {render: {concurrency: 1}}
 * </pre>
 */
public final class SettingsFile {

    /** The largest reeve.yaml in bytes. */
    public static final int LIMIT = 1 << 20;

    private SettingsFile() {}

    /** @param file as problems name it */
    public static Parsed<Settings> read(String file, byte[] content) {
        Report report = new Report(file);
        if (content.length > LIMIT) {
            report.error(Place.WHOLE, "larger than " + LIMIT + " bytes", "expected a few lines of YAML");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        Node root = text == null ? null : YamlText.parse(text, 0, report);
        if (root == null) {
            return report.bad();
        }
        Fields fields = SettingsKeys.FORM.read(root, report);
        return report.result(() -> SettingsKeys.settings(fields, report), fields.places());
    }
}
