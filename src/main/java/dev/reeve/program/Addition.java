package dev.reeve.program;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Type;
import java.util.Map;

/** What is added to a run's words and variables where something is asked for. */
record Addition(Arguments arguments, Map<String, String> env) {

    static final Addition NONE = new Addition(Arguments.NONE, Map.of());

    private static final Key<Arguments> ARGUMENTS = new Key<>("arguments", Arguments.TYPE);
    private static final Form FORM = Form.of(ARGUMENTS, PresetKeys.ENV);

    static final Type<Addition> TYPE = value -> {
        Fields fields = FORM.read(value);
        return fields == null
                ? null
                : new Addition(fields.read(ARGUMENTS, Arguments.NONE), fields.read(PresetKeys.ENV, Map.of()));
    };
}
