package dev.reeve.program;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.List;
import java.util.Map;

/** What a program calls the models that people name. @param without beginnings that it does not want */
record ModelNames(List<String> without, Map<String, String> names) {

    static final ModelNames AS_WRITTEN = new ModelNames(List.of(), Map.of());

    private static final Key<List<String>> WITHOUT = new Key<>("without", Lists.of(Texts.line(200)));
    private static final Key<Map<String, String>> NAMES =
            new Key<>("names", Lists.map(Texts.line(200), Texts.line(200)));
    private static final Form FORM = Form.of(WITHOUT, NAMES);

    static final Type<ModelNames> TYPE = value -> {
        Fields fields = FORM.read(value);
        return fields == null ? null : new ModelNames(fields.read(WITHOUT, List.of()), fields.read(NAMES, Map.of()));
    };

    String of(String model) {
        if (model == null) {
            return null;
        }
        return names.containsKey(model) ? names.get(model) : withoutBeginning(model);
    }

    private String withoutBeginning(String model) {
        return without.stream()
                .filter(model::startsWith)
                .map(beginning -> model.substring(beginning.length()))
                .findFirst()
                .orElse(model);
    }
}
