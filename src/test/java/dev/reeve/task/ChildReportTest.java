package dev.reeve.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.files.RealDisk;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildReportTest {

    @TempDir
    Path folder;

    private ChildReport withSeconds(String seconds) throws IOException {
        TaskFolder parent = new TaskFolder(folder);
        Files.createDirectories(parent.child("a").path());
        Files.writeString(parent.child("a").status(), """
                {"label": "a", "state": "done", "seconds": %s,
                 "asked": {"attempt": 1, "dropped": "a.md", "digest": "x"}}
                """.formatted(seconds));
        return ChildReport.all(new RealDisk(), parent).get("a");
    }

    @Test
    void aTimeThatCannotBeReckonedWithIsUnreadableAndNoBug() throws IOException {
        assertEquals(1500, withSeconds("1.5").ran().toMillis());
        assertNull(withSeconds("1e999999999"));
        assertNull(withSeconds("\"long\""));
    }

    @Test
    void aTaskThatAskedForNothingHasNone() throws IOException {
        assertEquals(0, ChildReport.all(new RealDisk(), new TaskFolder(folder)).size());
    }
}
