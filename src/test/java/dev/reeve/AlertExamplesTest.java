package dev.reeve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docs/alerts.md are scripts. */
class AlertExamplesTest {

    private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void theyCanBeRead() throws IOException, InterruptedException {
        List<String> scripts = SCRIPT.matcher(Files.readString(Path.of("docs/alerts.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertTrue(scripts.size() >= 4, scripts::toString);
        for (String script : scripts) {
            Path file = Files.writeString(folder.resolve("alert.sh"), script);
            Process shell = new ProcessBuilder("sh", "-n", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes());
            assertEquals(0, shell.waitFor(), () -> said + script);
        }
    }
}
