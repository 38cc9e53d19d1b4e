package dev.reeve.program;

import dev.reeve.text.Fields;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.text.Report;
import dev.reeve.text.Utf8;
import dev.reeve.text.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

/** The presets that are built in, and the reading of those that users write in the same form. */
public final class Presets {

    public static final List<String> BUILT_IN = List.of("claude", "codex", "gemini", "openclaw", "opencode");

    /** The largest file of one in bytes. */
    public static final int LIMIT = 1 << 20;

    private static final String ENDING = ".yaml";

    private Presets() {}

    /** The file of one, in the folder of presets. */
    public static String fileOf(String name) {
        return name + ENDING;
    }

    /** @param file as problems name it */
    public static Parsed<Preset> read(String name, String file, byte[] content) {
        Report report = new Report(file);
        if (content.length > LIMIT) {
            report.error(Place.WHOLE, "larger than " + LIMIT + " bytes", "expected some lines of YAML");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        Node root = text == null ? null : YamlText.parse(text, 0, report);
        if (root == null) {
            return report.bad();
        }
        Fields fields = PresetKeys.FORM.read(root, report);
        return report.result(() -> PresetKeys.preset(name, fields, report), fields.places());
    }

    /** @return null if none of this name is built in */
    public static byte[] source(String name) {
        if (!BUILT_IN.contains(name)) {
            return null;
        }
        try (InputStream in = Presets.class.getResourceAsStream("/presets/" + fileOf(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the preset " + name + " can't be read from Reeve's own files", e);
        }
    }

    /** @param name of one that is built in */
    public static Preset builtIn(String name) {
        Parsed<Preset> parsed = read(name, fileOf(name), source(name));
        if (parsed instanceof Parsed.Good<Preset> good) {
            return good.value();
        }
        throw new IllegalStateException(
                parsed.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
