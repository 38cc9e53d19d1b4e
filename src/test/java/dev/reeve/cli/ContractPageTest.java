package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract names every command that there is. */
class ContractPageTest {

    @TempDir
    Path root;

    @Test
    void everyCommandIsInTheContract() throws IOException {
        String page = Files.readString(Path.of("docs/contract.md"));
        String help = new TestWorkspace(root).callBare("--help").out();
        List<String> commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit status:"))
                .lines()
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertTrue(commands.contains("submit"), commands::toString);
        for (String command : commands) {
            assertTrue(page.matches("(?s).*\n\\|[^|\n]*`" + command + "[ `].*"), command + " is not in the contract");
        }
    }
}
