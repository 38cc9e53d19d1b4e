package dev.reeve.task;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Quoted;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.List;

/**
 * What a sandboxed process sees beyond its own folders, as it is written: absolute or from {@code ~} on.
 *
 * @param read what it may read
 * @param write what it may read and write
 */
public record Paths(List<String> read, List<String> write) {

    public static final Paths NONE = new Paths(List.of(), List.of());

    private static final Key<List<String>> READ = new Key<>("read", Lists.of(path()));
    private static final Key<List<String>> WRITE = new Key<>("write", Lists.of(path()));
    private static final Form FORM = Form.of(READ, WRITE)
            .elsewhere("read", "readable", "readonly", "ro")
            .elsewhere("write", "writable", "writeable", "rw");

    public static final Key<Paths> KEY = new Key<>("paths", value -> {
        Fields fields = FORM.read(value);
        return fields == null ? null : new Paths(fields.read(READ, List.of()), fields.read(WRITE, List.of()));
    });

    private static Type<String> path() {
        return value -> {
            String text = Texts.line(1000).read(value);
            if (text == null || text.startsWith("/") || text.equals("~") || text.startsWith("~/")) {
                return text;
            }
            return value.wrong(Quoted.of(text) + " begins with neither `/` nor `~/`", "expected a whole path");
        };
    }
}
