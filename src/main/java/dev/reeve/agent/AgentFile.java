package dev.reeve.agent;

import dev.reeve.text.Fields;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import dev.reeve.text.Utf8;
import dev.reeve.text.YamlText;

/**
 * An agent's {@code agent.yaml}.
 *
 * <pre>
 * command: [sh, run.sh]
 * timeout: 30m
 * </pre>
 */
public final class AgentFile {

    /** The largest agent.yaml in bytes. */
    public static final int LIMIT = 1 << 20;

    /** What one is at the least. */
    public static final String EXAMPLE = "command: [sh, run.sh]";

    private AgentFile() {}

    /**
     * @param agent the name of its folder
     * @param file as problems name it
     */
    public static Parsed<AgentConfig> read(String agent, String file, byte[] content) {
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
        Fields fields = AgentKeys.FORM.read(root, report);
        return report.result(() -> AgentKeys.config(agent, fields, report), fields.places());
    }
}
