package dev.reeve.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.files.RealDisk;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told to mend in a workspace. */
class CheckupTest {

    private static final Programs ALL_THERE = path -> Programs.Kind.RUNNABLE;

    @TempDir
    private Path root;

    private ConfigurationReader reader;

    @BeforeEach
    void makeWorkspace() throws IOException {
        write("reeve.yaml", "");
        Files.createDirectory(root.resolve("agents"));
        reader = new ConfigurationReader(new RealDisk(), new Workspace(root), ALL_THERE, "/bin");
    }

    @Test
    void onlyContextFilesThatWereNamedAreMissed() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\ncontext: [SOUL.md, STYLE.md]\n");
        write("agents/a/SOUL.md", "kind");
        write("agents/b/agent.yaml", "command: [x]\n");
        Configuration read = reader.read();
        assertTold(
                read,
                "agents/a/agent.yaml:2:1: `context`: there is no file `STYLE.md` in the agent's folder; make it, or take it off the list");
        assertFalse(read.problems().get(0).isError());
    }

    @Test
    void aCommandThatCannotBeFoundIsAWarning() throws IOException {
        write("agents/a/agent.yaml", "command: [./run]\n");
        ConfigurationReader real =
                new ConfigurationReader(new RealDisk(), new Workspace(root), Programs.ofThisMachine(), "/bin");
        Configuration read = real.read();
        assertTrue(read.agent("a").isPresent());
        assertTold(
                read,
                "agents/a/agent.yaml:1:1: `command`: there is no " + root.resolve("agents/a/run")
                        + "; tasks of this agent wait until it can be run");
    }

    @Test
    void whatIsNoAgentIsTold() throws IOException {
        Files.createDirectory(root.resolve("agents/Writer"));
        Files.createDirectory(root.resolve("agents/.hidden"));
        write("agents/README.md", "x");
        Files.createSymbolicLink(root.resolve("agents/link"), root);
        assertTold(
                reader.read(),
                "agents/Writer: no agent can have this name; names are in lower case: `writer`",
                "agents/link: a symbolic link is no agent; an agent's folder, with its door, stands in the workspace itself");
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\n");
        Path file = root.resolve("agents/a/agent.yaml");
        Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("---------")));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        assertTold(
                reader.read(),
                "agents/a/agent.yaml: can't be read: permission denied; mend its permissions, or the disk");
    }

    @Test
    void aLinkInPlaceOfAFileIsTold() throws IOException {
        write("agents/a/other.yaml", "command: [x]\n");
        Files.createSymbolicLink(root.resolve("agents/a/agent.yaml"), Path.of("other.yaml"));
        assertTold(
                reader.read(),
                "agents/a/agent.yaml: no regular file; put the file itself here, not a link or a folder");
    }

    @Test
    void schedulesAreChecked() throws IOException {
        write("schedules/README.md", "about them");
        write("schedules/Daily.md", "x");
        write("schedules/a.md", "x");
        write("schedules/b.md", "---\ncron: 0 0 31 2 *\nagent: nobody\n---\nDo.\n");
        write("schedules/c.md", "---\nevery: 5m\nzone: Europe/Berlim\n---\nDo.\n");
        write("schedules/d.md", "---\nevery: 5m\nuntil: 2020-01-01\nagent: nobody\n---\nDo.\n");
        write("schedules/e.md", "---\ncron: 61 * * * *\n---\nDo.\n");
        write("schedules/f.md", "---\nevery: 5m\ncommand: df\nagent: a\n---\n");
        List<Problem> problems = Checkup.of(new RealDisk(), new Workspace(root), "/bin", ALL_THERE, Map.of());
        assertEquals(
                List.of(
                        "agents: there is no agent; make one with `reeve agent add NAME`",
                        "schedules/Daily.md: no name of a schedule, and will not be read; expected NAME.md, in lower-case"
                                + " letters, digits, `-` and `_`",
                        "schedules/a.md:1:1: no front matter; begin with a line `---`, then `cron: 0 9 * * 1-5` or"
                                + " `every: 5m`, and a line `---` before the task",
                        "schedules/b.md:2:7: `cron`: there is no such day in any year; look at its day and month",
                        "schedules/c.md:3:7: `zone`: `Europe/Berlim` is no time zone; did you mean `Europe/Berlin`?",
                        "schedules/d.md:3:1: `until` is over, and nothing comes of it any more; remove the file, or give"
                                + " it a later time",
                        "schedules/d.md:4:1: `agent`: there is no agent `nobody`; there is none",
                        "schedules/e.md:2:7: `cron`: `61 * * * *` is no cron line: Value 61 not in range [0, 59]; expected"
                                + " minute, hour, day, month and weekday, as in `0 9 * * 1-5`",
                        "schedules/f.md:4:1: `agent` says nothing beside `command`, which makes no task; leave it out"),
                problems.stream().map(Problem::toString).toList());
    }

    @Test
    void presetsAreChecked() throws IOException {
        write("agents/a/agent.yaml", "runtime: claud\n");
        write("agents/b/agent.yaml", "runtime: openclaw\n");
        write("agents/c/agent.yaml", "runtime: gemini\nmcp: mcp.json\n");
        write("agents/d/agent.yaml", "runtime: codex\n");
        write("agents/e/agent.yaml", "runtime: claude\ntools: [Read]\n");
        write("presets/claude.yaml", "command: [claude]\n");
        write("presets/other.yaml", "x: 1\n");
        write("presets/notes.txt", "x");
        String all = Checkup.of(new RealDisk(), new Workspace(root), "/nowhere", Map.of()).stream()
                .map(Problem::toString)
                .collect(java.util.stream.Collectors.joining("\n"));
        for (String told : List.of(
                "agents/a/agent.yaml:1:1: `runtime`: there is no preset `claud`; did you mean `claude`?",
                "agents/b/agent.yaml:1:1: `runtime`: the preset openclaw has no way to tell its program `permissions: edit`",
                "agents/c/agent.yaml:1:1: `runtime`: the preset gemini has no way to tell its program `mcp`",
                "agents/d/agent.yaml:1:1: `runtime`: `codex` is not on the PATH /nowhere; install it: npm install",
                "presets/claude.yaml: no `rules`",
                "presets/other.yaml:1:1: unknown key `x`",
                "presets/notes.txt: no name of a preset")) {
            assertTrue(all.contains(told), told + "\n\n" + all);
        }
    }

    @Test
    void aWorktreeOfNoRepositoryIsTold() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\nworktree: true\n");
        write("agents/b/agent.yaml", "command: [x]\nworktree: true\ncwd: /tmp\n");
        assertTold(
                reader.read(),
                "agents/a/agent.yaml:2:1: `worktree: true` without `cwd`: it is not said of which repository; write"
                        + " `cwd`; tasks that have none of their own wait until then");
    }

    @Test
    void whatSandboxesItselfAsRootInsideOfASandboxIsTold() throws IOException {
        write("agents/a/agent.yaml", "runtime: codex\nsandbox: prefer\n");
        write("agents/b/agent.yaml", "runtime: codex\nsandbox: prefer\npermissions: full\n");
        write("agents/c/agent.yaml", "runtime: codex\n");
        write("agents/d/agent.yaml", "runtime: claude\nsandbox: prefer\n");
        List<String> told = privacy(new Machine(true, Set.of()));
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("agents/a/agent.yaml:2:1: run as root, codex can't make"), told.get(0));
        assertEquals(List.of(), privacy(new Machine(false, Set.of())));
    }

    @Test
    void aPresetThatOthersCanWriteIsTold() throws IOException {
        write("agents/a/agent.yaml", "runtime: mine\n");
        write("presets/mine.yaml", "command: [x]\narguments: []\nrules: [{when: {a: b}, end: success}]\n");
        List<String> told = privacy(new Machine(false, Set.of(root, root.resolve("presets/mine.yaml"))));
        assertTrue(
                told.contains("presets/mine.yaml: others on this machine can change it, and with it what is run as you;"
                        + " run `chmod go-w` on it"),
                told::toString);
        assertEquals(
                List.of(), privacy(new Machine(false, Set.of(root.resolve("presets/mine.yaml")))), "nobody gets in");
    }

    private List<String> privacy(Outside machine) {
        return new Privacy(new Workspace(root), machine, ALL_THERE, "/bin", Map.of())
                .problems(reader.read()).stream()
                        .map(Problem::toString)
                        .filter(told -> told.contains("root, ") || told.contains("presets/"))
                        .toList();
    }

    /** @param open what others may read and write */
    private record Machine(boolean isRoot, Set<Path> open) implements Outside {
        @Override
        public Kind look(Path path) {
            return ofReal().look(path);
        }

        @Override
        public byte[] read(Path file, int limit) throws IOException {
            return ofReal().read(file, limit);
        }

        @Override
        public Path real(Path path) {
            return ofReal().real(path);
        }

        @Override
        public boolean othersMayRead(Path path) {
            return open.contains(path);
        }

        @Override
        public boolean othersMayWrite(Path path) {
            return open.contains(path);
        }

        private static Outside ofReal() {
            return Outside.ofThisMachine();
        }
    }

    @Test
    void aSoundWorkspaceHasNoProblems() throws IOException {
        write("agents/a/agent.yaml", "command: [sh, run.sh]\n");
        assertEquals(List.of(), Checkup.of(new RealDisk(), new Workspace(root), "/usr/bin:/bin", Map.of()));
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void assertTold(Configuration configuration, String... told) {
        assertEquals(
                List.of(told),
                configuration.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void whatOthersCanReadIsTold() throws IOException {
        mode(root, "rwxr-x---");
        write(
                "agents/a/agent.yaml",
                "command: [x]\ncredentials: {A: \"file:~/key\", B: \"~/login\", C: \"file:~/none\"}\n");
        write("agents/a/key", "value");
        mode(root.resolve("agents/a"), "rwxrwxrwx");
        mode(root.resolve("agents/a/key"), "rw-r-----");
        Path home = root.resolve("agents/a");
        List<String> told = told(Map.of("HOME", home.toString()));
        assertTrue(
                told.contains(".: others on this machine can read this workspace; run `chmod 700` on its folder"),
                told.toString());
        assertTrue(
                told.contains("agents/a: others on this machine can read it; run `chmod 700` on it"), told.toString());
        assertTrue(
                told.contains("agents/a/agent.yaml:2:1: others on this machine can read " + home
                        + "/key; run `chmod go= " + home + "/key`"),
                told.toString());
        assertTrue(
                told.contains(
                        "agents/a/agent.yaml:2:1: `A` comes from " + home
                                + "/key, which is inside the workspace; keep it where no agent and no backup of the workspace finds it"),
                told.toString());
        assertTrue(
                told.stream().anyMatch(line -> line.contains("has no credential C") && line.contains("not there")),
                told.toString());
        mode(root, "rwx------");
        assertFalse(told(Map.of()).stream().anyMatch(line -> line.contains("on it")), told.toString());
    }

    @Test
    void aSandboxThatCanNotBeIsTold() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\nsandbox: require\npaths: {read: [/no/such, /usr]}\n");
        write("agents/b/agent.yaml", "command: [x]\nnetwork: false\npaths: {read: [/usr]}\n");
        List<Problem> problems =
                Checkup.of(new RealDisk(), new Workspace(root), "/nowhere", Programs.ofThisMachine(), Map.of());
        List<String> told = problems.stream().map(Problem::toString).toList();
        assertTrue(
                told.contains(
                        "agents/a/agent.yaml:3:1: `paths`: there is no /no/such; make it, or take it off the list"),
                told.toString());
        assertTrue(
                told.stream().anyMatch(line -> line.startsWith("agents/a/agent.yaml:2:1: there is no `bwrap`")),
                told.toString());
        assertTrue(
                told.contains(
                        "agents/b/agent.yaml:2:1: `network` means nothing without a sandbox; write `sandbox: require` or `prefer` as well"),
                told.toString());
    }

    private List<String> told(Map<String, String> own) {
        return Checkup.of(new RealDisk(), new Workspace(root), "/bin", ALL_THERE, own).stream()
                .map(Problem::toString)
                .toList();
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
