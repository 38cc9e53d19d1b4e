package dev.reeve.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Programs;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandPathTest {

    @TempDir
    private Path folder;

    private AgentFolder agent;
    private Path bin;

    @BeforeEach
    void makeFolders() throws IOException {
        agent = new AgentFolder(Files.createDirectory(folder.resolve("a")));
        bin = Files.createDirectory(folder.resolve("bin"));
    }

    @Test
    void aWordWithASlashIsRelativeToTheAgent() throws IOException {
        Path run = program(agent.path().resolve("run"), "rwx------");
        assertEquals(new CommandPath.Found(run), find("./run"));
        assertEquals(new CommandPath.Found(run), find("../a/run"));
        assertEquals(new CommandPath.Found(run), find(run.toString()));
    }

    @Test
    void aWordAloneIsLookedForOnThePath() throws IOException {
        Path tool = program(bin.resolve("tool"), "rwx------");
        assertEquals(new CommandPath.Found(tool), find("tool"));
    }

    @Test
    void whatIsNotExecutableIsPassedOverOnThePath() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        program(first.resolve("tool"), "rw-------");
        Files.createDirectory(first.resolve("other"));
        Path tool = program(bin.resolve("tool"), "rwx------");
        assertEquals(
                new CommandPath.Found(tool),
                CommandPath.find("tool", agent, first + "::relative:" + bin, Programs.ofThisMachine()));
        assertReason("`other` is not on the PATH", "other");
    }

    @Test
    void aLinkToAProgramIsOne() throws IOException {
        program(bin.resolve("real"), "rwx------");
        Path link = Files.createSymbolicLink(bin.resolve("sh2"), Path.of("real"));
        assertEquals(new CommandPath.Found(link), find("sh2"));
    }

    @Test
    void theReasonSaysWhatToDo() throws IOException {
        program(agent.path().resolve("run.sh"), "rw-------");
        assertReason("there is no " + agent.path().resolve("nothing"), "./nothing");
        assertReason(agent.path().resolve("run.sh") + " is not executable: run `chmod +x` on it", "./run.sh");
        assertReason(agent.path() + " is no file", "./");
        assertReason("`~/run` begins with `~`", "~/run");
        assertReason(
                "`run.sh` is not on the PATH " + bin + "; the one in the agent's folder is written `./run.sh`",
                "run.sh");
    }

    private CommandPath find(String word) {
        return CommandPath.find(word, agent, bin.toString(), Programs.ofThisMachine());
    }

    private void assertReason(String reason, String word) {
        CommandPath found = find(word);
        assertTrue(found instanceof CommandPath.NotFound no && no.reason().startsWith(reason), found::toString);
    }

    private static Path program(Path path, String permissions) throws IOException {
        Files.writeString(path, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
