package dev.reeve.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneFileSystemTest {

    @TempDir
    private Path root;

    private Workspace workspace;

    @BeforeEach
    void everyFolder() throws IOException {
        workspace = new Workspace(root);
        for (Path folder : workspace.folders()) {
            Files.createDirectory(folder);
        }
        Files.createDirectories(workspace.agent("writer").tasks());
    }

    private String problem(Disk disk) throws IOException {
        return new OneFileSystem(new Durable(disk, new AtomicLong()::incrementAndGet), workspace).problem("try");
    }

    /** A disk on which nothing can be renamed into this folder or out of it. */
    private static Disk mountedAt(Path folder) {
        Disk real = new RealDisk();
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, words) -> {
                    if (method.getName().equals("rename")
                            && ((Path) words[0]).startsWith(folder) != ((Path) words[1]).startsWith(folder)) {
                        throw new AtomicMoveNotSupportedException(words[0].toString(), words[1].toString(), "EXDEV");
                    }
                    try {
                        return method.invoke(real, words);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void anOrdinaryWorkspaceHasNoProblem() throws IOException {
        assertNull(problem(new RealDisk()));
        assertNothingIsLeft();
    }

    @Test
    void aStateFolderOrADoorOnAnotherFileSystemIsNamed() throws IOException {
        for (Path mount : new Path[] {
            workspace.state(State.DONE),
            workspace.tasks(),
            workspace.agent("writer").tasks()
        }) {
            String problem = problem(mountedAt(mount));

            assertTrue(problem.startsWith(mount + " is on another file system"), problem);
            assertNothingIsLeft();
        }
    }

    @Test
    void whatIsNotAFolderIsNamed() throws IOException {
        Files.delete(workspace.events());
        Files.writeString(workspace.events(), "");
        assertTrue(problem(new RealDisk()).startsWith(workspace.events() + " is a file"));

        Files.delete(workspace.events());
        assertTrue(problem(new RealDisk()).startsWith(workspace.events() + " is missing"));
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.walk(root)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }
}
