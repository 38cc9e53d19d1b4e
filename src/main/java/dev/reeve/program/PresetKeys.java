package dev.reeve.program;

import dev.reeve.task.Permissions;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Names;
import dev.reeve.text.Place;
import dev.reeve.text.Report;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys of a preset. */
final class PresetKeys {

    private static final Type<String> FILLED = value -> {
        String text = Texts.ANY.read(value);
        return text == null ? null : Blank.checked(value, text);
    };

    static final Key<Map<String, String>> ENV = new Key<>("env", Lists.map(Names.VARIABLE_NAME, FILLED));

    private static final Key<List<String>> COMMAND =
            new Key<>("command", Lists.written(Texts.line(1000), "command: [claude]"));
    private static final Key<Version> VERSION = new Key<>("version", Version.TYPE);
    private static final Key<String> INSTALL = new Key<>("install", Texts.line(500));
    private static final Key<Arguments> ARGUMENTS = new Key<>("arguments", Arguments.TYPE);
    private static final Key<Arguments> RESUME = new Key<>("resume", Arguments.TYPE);
    private static final Key<ModelNames> MODEL = new Key<>("model", ModelNames.TYPE);
    private static final Key<Addition> AT_HOME = new Key<>("at_home", Addition.TYPE);
    private static final Key<String> JOINED = new Key<>("tools_joined_by", Texts.ANY);
    private static final Key<List<Permissions>> SANDBOXED =
            new Key<>("sandboxes_itself", Lists.of(Words.of(Permissions.class)));
    private static final Key<Output.Shape> OUTPUT = new Key<>("output", Words.of(Output.Shape.class));
    private static final Key<Output.Counting> USAGE = new Key<>("usage", Words.of(Output.Counting.class));
    private static final Key<List<Rule>> RULES =
            new Key<>("rules", Lists.written(Rule.TYPE, "rules: [{when: {type: result}, text: result, end: success}]"));

    private static final Key<Addition> READ = new Key<>("read", Addition.TYPE);
    private static final Key<Addition> EDIT = new Key<>("edit", Addition.TYPE);
    private static final Key<Addition> FULL = new Key<>("full", Addition.TYPE);
    private static final Key<Fields> PERMISSIONS = new Key<>("permissions", Form.of(READ, EDIT, FULL));

    static final Form FORM = Form.of(
                    COMMAND,
                    VERSION,
                    INSTALL,
                    ARGUMENTS,
                    RESUME,
                    ENV,
                    MODEL,
                    PERMISSIONS,
                    AT_HOME,
                    JOINED,
                    SANDBOXED,
                    OUTPUT,
                    USAGE,
                    RULES)
            .elsewhere("command", "program", "binary", "executable")
            .elsewhere("arguments", "args", "argv")
            .elsewhere("env", "environment", "variables");

    private PresetKeys() {}

    static Preset preset(String name, Fields fields, Report report) {
        for (Key<?> key : List.of(COMMAND, ARGUMENTS, RULES)) {
            if (!fields.has(key)) {
                report.error(
                        Place.WHOLE, "no `" + key.name() + "`", "a preset needs `command`, `arguments` and `rules`");
            }
        }
        Arguments arguments = fields.read(ARGUMENTS, Arguments.NONE);
        List<Rule> rules = fields.read(RULES, List.of());
        if (!rules.isEmpty() && rules.stream().noneMatch(rule -> rule.end() == Told.End.SUCCESS)) {
            fields.wrong(RULES, "none of them has `end: success`", "say by which event a run that went well is known");
        }
        return new Preset(
                name,
                fields.read(COMMAND, List.of()),
                fields.read(VERSION, Version.ANY),
                fields.read(INSTALL),
                arguments,
                fields.read(RESUME, arguments),
                fields.read(ENV, Map.of()),
                fields.read(MODEL, ModelNames.AS_WRITTEN),
                permissions(fields.read(PERMISSIONS)),
                fields.read(AT_HOME, Addition.NONE),
                fields.read(JOINED, ","),
                fields.read(SANDBOXED, List.of()),
                new Output(fields.read(OUTPUT, Output.Shape.LINES), fields.read(USAGE, Output.Counting.RUN), rules));
    }

    /** A program that knows no such thing may do with each what it does anyway. */
    private static Map<Permissions, Addition> permissions(Fields fields) {
        Map<Permissions, Addition> all = new EnumMap<>(Permissions.class);
        Map.of(Permissions.READ, READ, Permissions.EDIT, EDIT, Permissions.FULL, FULL)
                .forEach((permissions, key) -> {
                    if (fields == null) {
                        all.put(permissions, Addition.NONE);
                    } else if (fields.has(key)) {
                        all.put(permissions, fields.read(key, Addition.NONE));
                    }
                });
        return all;
    }
}
