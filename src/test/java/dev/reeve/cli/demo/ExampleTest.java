package dev.reeve.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.task.TaskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleTest {

    @Test
    void eachSaysWhatItIsAndCanBeCopied() throws IOException {
        assertFalse(Example.all().isEmpty());
        for (Example example : Example.all().values()) {
            assertFalse(example.title().isEmpty(), example.name());
            assertTrue(example.files().containsKey("reeve.yaml"), example.name());
            assertTrue(
                    example.files().keySet().stream().anyMatch(file -> file.startsWith(Example.DROP))
                            || !example.calls().isEmpty(),
                    example.name());
        }
    }

    @Test
    void eachTaskOfEachExampleIsUnderstood() throws IOException {
        for (Example example : Example.all().values()) {
            for (Map.Entry<String, byte[]> file : example.files().entrySet()) {
                if (file.getKey().startsWith(Example.DROP)) {
                    String name = Path.of(file.getKey()).getFileName().toString();
                    assertEquals(
                            List.of(),
                            TaskFile.read(name, file.getValue(), ZoneOffset.UTC).problems(),
                            file.getKey());
                }
            }
        }
    }
}
