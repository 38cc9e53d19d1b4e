package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    private Path temporary;

    private Path here;
    private SetupRun setup;

    @BeforeEach
    void surroundings() throws IOException {
        here = temporary.toRealPath();
        setup = new SetupRun(here);
    }

    private SetupRun.Result init(String... words) {
        return setup.run("init", words);
    }

    @Test
    void makesEveryFolderForTheOwnerAloneAndAnAgentThatCanWork() throws IOException {
        SetupRun.Result result = init("some/my team");

        assertEquals(0, result.exit(), result.err());
        Workspace workspace = new Workspace(here.resolve("some/my team"));
        for (Path folder : workspace.folders()) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        for (String file : List.of("reeve.yaml", "AGENTS.md", "README.md", "agents/hello/agent.yaml")) {
            assertTrue(Files.size(workspace.root().resolve(file)) > 0, file);
        }
        assertTrue(Files.isDirectory(workspace.agent("hello").tasks()));
        assertTrue(Files.isDirectory(workspace.agent("hello").work()));
        assertEquals(List.of(), leftovers(workspace.root()));
    }

    @Test
    void programsThatAreHereAreOffered() throws IOException {
        assertFalse(init("without").out().contains("--preset"));
        program("codex");
        String out = init("team").out();
        assertTrue(out.contains("On your PATH: codex."), out);
        assertTrue(out.contains("agent add coder --preset codex"), out);
    }

    @Test
    void aProgramThatIsTooOldIsTold() throws IOException {
        init("team");
        program("codex");
        String team = here.resolve("team").toString();
        setup.run("agent", "add", "coder", "--preset", "codex", "-w", team);
        assertTrue(
                setup.saying("codex-cli 0.169.0").run("check", "-w", team).out().startsWith("Nothing is wrong"));
        String out = setup.saying("codex-cli 0.20.1").run("check", "-w", team).out();
        assertTrue(out.contains("it is version 0.20.1, and 0.160 is the least that is known to work"), out);
        assertTrue(out.contains("agents/coder/agent.yaml:2:1"), out);
    }

    /** Puts an empty program on the search path. */
    private void program(String name) throws IOException {
        Path bin = Files.createDirectories(here.resolve("bin"));
        Path program = Files.createFile(bin.resolve(name));
        assertTrue(program.toFile().setExecutable(true));
        setup.environment.put("PATH", bin + ":/usr/bin:/bin");
    }

    @Test
    void theNextStepsCanBePasted() throws Exception {
        SetupRun.Result result = init("my team");

        String pasted = result.out()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .reduce("reeve_home() { :; }", (one, next) -> one + "\n" + next);
        String launcher = "'" + here.resolve("reeve home/reeve") + "'";
        assertTrue(pasted.contains(launcher + " up --until-idle"), pasted);
        Process shell = new ProcessBuilder("sh", "-ec", pasted.replace(launcher, "pwd #")).start();
        String said = new String(shell.getInputStream().readAllBytes());
        assertEquals(0, shell.waitFor());
        assertEquals(here.resolve("my team") + "\n", said);
        assertEquals("Say hi\n", Files.readString(here.resolve("my team/agents/hello/tasks/hi.md")));
    }

    @Test
    void saysReeveWhereThePathLeadsToThisOne() throws IOException {
        Path launcher = Files.createDirectories(here.resolve("reeve home")).resolve("reeve");
        Files.createFile(launcher, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path bin = Files.createDirectories(here.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("reeve"), launcher);
        setup.environment.put("PATH", "/usr/bin:" + bin);

        SetupRun.Result result = init("team");

        assertTrue(result.out().contains("\n  reeve up --until-idle"), result.out());
    }

    @Test
    void addsWhatIsMissingAndChangesNothingElse() throws IOException {
        init("team");
        Path team = here.resolve("team");
        Files.writeString(team.resolve("reeve.yaml"), "scan: 1s\n");
        Files.delete(team.resolve("queue"));
        Files.delete(team.resolve("README.md"));
        Files.delete(team.resolve("agents/hello/tasks"));

        SetupRun.Result result = init("team");

        assertEquals(0, result.exit(), result.err());
        assertEquals(
                List.of("  README.md", "  queue/", "  agents/hello/tasks/"),
                result.out().lines().skip(1).toList());
        assertEquals("scan: 1s\n", Files.readString(team.resolve("reeve.yaml")));
        assertTrue(init("team").out().contains("Nothing was changed"));
    }

    @Test
    void doesNotBringBackAnAgentThatWasReplaced() throws IOException {
        init("team");
        Path agents = here.resolve("team/agents");
        Files.move(agents.resolve("hello"), agents.resolve("writer"));

        init("team");

        assertFalse(Files.exists(agents.resolve("hello")));
    }

    @Test
    void completesWhatACrashCutShort() throws IOException {
        Files.createDirectories(here.resolve("team"));
        Files.writeString(here.resolve("team/reeve.yaml"), "");

        assertEquals(0, init("team").exit());

        assertTrue(Files.exists(here.resolve("team/agents/hello/run.sh")));
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Path project = Files.createDirectories(here.resolve("project"));
        Files.writeString(project.resolve("thesis.tex"), "");

        SetupRun.Result result = init("project");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("thesis.tex"), result.err());
        assertTrue(result.err().contains("`reeve init project/my-team`"), result.err());
        assertEquals(List.of("thesis.tex"), names(project));
    }

    @Test
    void aNewGitRepositoryIsEmptyEnough() throws IOException {
        Files.createDirectories(here.resolve("team/.git"));

        assertEquals(0, init("team").exit());
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(here.resolve("notes"), "");

        SetupRun.Result result = init("notes");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("is a file"), result.err());
    }

    @Test
    void refusesADoorThatIsALink() throws IOException {
        init("team");
        Path elsewhere = Files.createDirectories(here.resolve("elsewhere"));
        Files.delete(here.resolve("team/tasks"));
        Files.createSymbolicLink(here.resolve("team/tasks"), elsewhere);

        SetupRun.Result result = init("team");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains(here.resolve("team/tasks") + " is a link"), result.err());
    }

    @Test
    void warnsOfAFolderThatIsSynchronised() {
        SetupRun.Result result = init("Dropbox (Work)/team");

        assertEquals(0, result.exit());
        assertTrue(result.err().contains("synchronised by Dropbox"), result.err());
        assertEquals("", init("dropped/team").err());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What was only needed on the way. */
    private static List<Path> leftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
