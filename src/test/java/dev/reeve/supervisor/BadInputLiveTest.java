package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can't be understood is answered in rejected/, with the original kept, and the others go on. */
class BadInputLiveTest extends BadDropsLive {

    @Test
    void thingsThatAreNoFile() throws Exception {
        try (LiveWorkspace live = live().start()) {
            Path door = live.door("hello");
            Path secret = Files.writeString(folder.resolve("secret.md"), "Say secret.\n");
            Files.createSymbolicLink(door.resolve("link.md"), secret);
            assertEquals(
                    0,
                    new ProcessBuilder("mkfifo", door.resolve("fifo.md").toString())
                            .start()
                            .waitFor());
            try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                Path near = Path.of(System.getProperty("java.io.tmpdir")).resolve("s" + System.nanoTime() + ".md");
                socket.bind(UnixDomainSocketAddress.of(near));
                Files.move(near, door.resolve("socket.md"));
            }
            Files.createDirectory(door.resolve("pictures"));
            Files.writeString(door.resolve("pictures/a.txt"), "a");
            Files.createDirectory(door.resolve("linked"));
            Files.writeString(door.resolve("linked/task.md"), "Say hi.\n");
            Files.createSymbolicLink(door.resolve("linked/data"), folder);

            live.until("not all are taken", () -> {
                live.pass(Duration.ofSeconds(1));
                return door.toFile().list().length == 0;
            });
            assertRejected(live, "link.md", "symbolic link");
            assertEquals(secret, Files.readSymbolicLink(live.rejected("link.md").resolve("link.md")));
            assertRejected(live, "fifo.md", "a FIFO");
            assertRejected(live, "socket.md", "a socket");
            assertRejected(live, "pictures", "no task file");
            assertRejected(live, "linked", "`data` in it is a symbolic link");
            assertTrue(Files.exists(secret, LinkOption.NOFOLLOW_LINKS));
        }
    }

    @Test
    void namesThatBreakScripts() throws Exception {
        assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "file names are not UTF-8 in this Java's locale");
        try (LiveWorkspace live = live().start()) {
            List<String> names =
                    List.of("new\nline.md", "quo'te.md", "dou\"ble.md", "\ud83d\ude00.md", "x".repeat(252) + ".md");
            for (String name : names) {
                live.drop("hello", name, "Say hi.\n");
            }
            for (String name : names) {
                assertRejected(live, name, "name");
            }
            live.drop("hello", "f\u00fcr alle.md", "Say hi.\n");
            assertEquals("hi", live.result("fur-alle"));
        }
    }

    @Test
    void whatMayNotBeReadIsKeptAndStopsNobody() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may read everything");
        try (LiveWorkspace live = live().start()) {
            Path door = live.door("hello");
            Path made = Files.writeString(folder.resolve("closed.md"), "Say hi.\n");
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("---------"));
            Files.move(made, door.resolve("closed.md"));
            Path tree = Files.createDirectory(folder.resolve("a-tree"));
            Files.writeString(tree.resolve("task.md"), "Say hi.\n");
            Files.writeString(tree.resolve("data"), "data");
            Files.setPosixFilePermissions(tree.resolve("data"), PosixFilePermissions.fromString("---------"));
            Files.move(tree, door.resolve("a-tree"));
            Path dark = Files.createDirectory(
                    door.resolve("a-dark-one"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("-wx------")));
            live.drop("hello", "good.md", "Say hi.\n");

            assertEquals("hi", live.result("good"));
            assertRejected(live, "closed.md", "chmod u+r");
            live.pass(Duration.ofSeconds(3));
            assertRejected(live, "a-tree", "chmod -R u+rX");
            live.until(
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("a-dark-one"));
            Files.setPosixFilePermissions(dark, PosixFilePermissions.fromString("rwx------"));
            live.until("it is not tried again", () -> {
                live.pass(Duration.ofSeconds(5));
                return !Files.exists(dark);
            });
            assertRejected(live, "a-dark-one", "no task file");
        }
    }

    @Test
    void aDoorThatMayNotBeWrittenIsToldAndItsTasksAreKept() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        try (LiveWorkspace live = live()) {
            Path door = live.door("hello");
            live.settings("settle: 1s\n").start();
            live.await("it has not begun", () -> live.status());
            live.drop("hello", "kept.md", "Say hi.\n");
            Files.setPosixFilePermissions(door, PosixFilePermissions.fromString("r-xr-xr-x"));
            live.until(
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("kept.md"));
            live.drop("helper", "task.md", "Do it.\n");
            assertEquals("hi", live.result("task"));
            Files.setPosixFilePermissions(door, PosixFilePermissions.fromString("rwxr-xr-x"));
            live.until("it is not tried again", () -> {
                live.pass(Duration.ofSeconds(1));
                return live.find(State.DONE, "kept") != null;
            });
        }
    }
}
