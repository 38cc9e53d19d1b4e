package dev.reeve.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

    @TempDir
    Path root;

    @Test
    void openedFoldersShowWhatIsInThemAndEmptyOnesAreLeftOut() throws IOException {
        Files.createDirectories(root.resolve("done/today/task"));
        Files.createDirectories(root.resolve("closed/inside"));
        Files.createDirectories(root.resolve("empty"));
        Files.writeString(root.resolve("done/today/task/result.md"), "");
        Files.writeString(root.resolve(".hidden"), "");
        Files.writeString(root.resolve("why.md"), "");

        String drawn = String.join(
                "\n",
                new FolderTree(new RealDisk())
                        .open(root.resolve("done/today/task"))
                        .remark(root.resolve("why.md"), "says why")
                        .draw(root));

        assertEquals(root + """
                /
                ├── closed/
                ├── done/
                │   └── today/
                │       └── task/
                │           └── result.md
                └── why.md                    says why""", drawn);
    }
}
