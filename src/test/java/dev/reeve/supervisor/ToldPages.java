package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.fuzz.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a workspace tells people: nothing in it breaks their terminal, or goes on for pages. */
final class ToldPages {

    /** A hundred problems of a file. */
    private static final int LONGEST = 64 << 10;

    private ToldPages() {}

    static void check(FuzzedWorkspace in) throws IOException {
        String text = in.text(in.workspace.statusJson());
        ObjectNode status = text == null ? null : Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
        if (status != null && status.get("problems") != null) {
            for (JsonNode problem : status.get("problems")) {
                Told.check(Json.text(problem, "where"));
                Told.check(Json.text(problem, "what"));
            }
        }
        for (String name : in.machine.disk.list(in.workspace.logs())) {
            for (ObjectNode line :
                    JsonLines.tail(in.machine.disk, in.workspace.logs().resolve(name), 1 << 20)) {
                plain(name, Json.text(line, "reason"));
                plain(name, Json.text(line, "about"));
                plain(name, Json.text(line, "where"));
                plain(name, Json.text(line, "what"));
            }
        }
        for (String name : in.machine.disk.list(in.workspace.rejected())) {
            Path page = in.workspace.rejected().resolve(name).resolve("why.md");
            String written = in.text(page);
            // anybody may put a page of his own there
            if (written != null && written.startsWith("# Rejected")) {
                plain(page.toString(), written);
            }
        }
    }

    private static void plain(String where, String text) {
        if (text == null) {
            return;
        }
        assertTrue(text.length() <= LONGEST, () -> where + ": " + text.length() + " characters");
        text.lines().filter(line -> !line.isBlank()).forEach(Told::check);
    }
}
