package dev.reeve.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are asked something, and may not answer. */
class MachineProgramsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final MachinePrograms programs = new MachinePrograms();

    @Test
    void oneThatAnswersIsHeardThoughItLeavesSomethingBehind() throws IOException {
        Path lives = Files.createFile(folder.resolve("lives"));
        String script = "{ while [ -e \"$0\" ]; do sleep 0.05; done; } & echo 1.2; exit 3";
        List<String> words = List.of("sh", "-c", script, lives.toString());
        try {
            Programs.Result result = assertTimeoutPreemptively(PATIENCE, () -> programs.run(words, PATIENCE));
            assertEquals(new Programs.Result(3, "1.2"), result);
        } finally {
            Files.delete(lives);
        }
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() {
        for (String script : List.of("sleep 600", "yes")) {
            List<String> words = List.of("sh", "-c", script);
            IOException said = assertTimeoutPreemptively(
                    PATIENCE, () -> assertThrows(IOException.class, () -> programs.run(words, Duration.ofSeconds(2))));
            assertEquals("it did not answer within 2 seconds", said.getMessage());
        }
    }
}
