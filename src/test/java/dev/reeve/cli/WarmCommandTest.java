package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WarmCommandTest {

    @TempDir
    private Path temporary;

    @Test
    void goesThroughTheCommandsInAWorkspaceThatIsGoneAfterwards() {
        SetupRun setup = new SetupRun(temporary);
        List<Path> workspaces = new ArrayList<>();
        List<String> names = new ArrayList<>();
        WarmCommand warm = new WarmCommand(words -> {
            names.add(words[0]);
            if (words[0].equals("init")) {
                workspaces.add(Path.of(words[1]));
                assertEquals(0, setup.run("init", words[1]).exit());
                assertTrue(Files.isDirectory(workspaces.get(0)));
            }
            return 2;
        });

        assertEquals(0, new CommandLine(warm).execute());

        assertTrue(names.containsAll(List.of("init", "check", "submit", "up", "status", "show")), names.toString());
        assertFalse(Files.exists(workspaces.get(0).getParent()));
    }
}
