package dev.reeve.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Programs;
import dev.reeve.files.RealDisk;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

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
    void aBrokenAgentHarmsNoOther() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\ntimeot: 3m\n");
        write("agents/b/agent.yaml", "command: [y]\n");
        Configuration read = reader.read();
        assertTrue(read.hasAgent("a"));
        assertTrue(read.agent("a").isEmpty());
        assertEquals(List.of("y"), read.agent("b").orElseThrow().command());
        assertTold(read, "agents/a/agent.yaml:2:1: unknown key `timeot`; did you mean `timeout`?");
    }

    @Test
    void theLastGoodFileStaysInForceAndItsProblemIsTold() throws IOException {
        write("reeve.yaml", "limits: {max_concurrent: 7}\n");
        write("agents/a/agent.yaml", "command: [x]\n");
        Configuration before = reader.read();
        write("reeve.yaml", "limits: [\n");
        write("agents/a/agent.yaml", "command: x\n");
        Configuration after = reader.read().keeping(before);
        assertEquals(7, after.settings().value().limits().maxConcurrent());
        assertFalse(after.settings().current());
        assertEquals(List.of("x"), after.agent("a").orElseThrow().command());
        assertEquals(2, after.problems().size());

        write("agents/a/agent.yaml", "command: [z]\n");
        Configuration mended = after.withAgent("a", reader.readAgent("a"));
        assertEquals(List.of("z"), mended.agent("a").orElseThrow().command());
        assertEquals(1, mended.problems().size());
    }

    @Test
    void anAgentWhoseFolderIsGoneIsGone() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\n");
        Configuration before = reader.read();
        Files.delete(root.resolve("agents/a/agent.yaml"));
        assertTold(
                reader.read().keeping(before),
                "agents/a/agent.yaml: missing; write how to run the agent: `command: [sh, run.sh]`");
        assertTrue(reader.read().keeping(before).agent("a").isPresent());
        Files.delete(root.resolve("agents/a"));
        assertFalse(reader.read().keeping(before).hasAgent("a"));
        assertFalse(before.withoutAgent("a").hasAgent("a"));
    }

    @Test
    void whenTheAgentsCannotBeListedTheLastOnesStay() throws IOException {
        write("reeve.yaml", "default_agent: a\n");
        write("agents/a/agent.yaml", "command: [x]\n");
        Configuration before = reader.read();
        Files.move(root.resolve("agents"), root.resolve("elsewhere"));
        Configuration after = reader.read().keeping(before);
        assertTrue(after.agent("a").isPresent());
        assertTold(
                after,
                "agents: the folder of the agents can't be read: it is not there; make one with `reeve agent add NAME`, or mend its permissions");
    }

    @Test
    void aMissingSettingsFileIsTold() throws IOException {
        Files.delete(root.resolve("reeve.yaml"));
        assertTold(reader.read(), "reeve.yaml: missing; an empty file is enough: it stands for all defaults");
    }

    @Test
    void namesThatLeadNowhereAreToldWithTheNearest() throws IOException {
        write("reeve.yaml", "default_agent: wrtier\n");
        write("agents/writer/agent.yaml", "command: [x]\nfallback: nobody\n");
        assertTold(
                reader.read(),
                "agents/writer/agent.yaml:2:1: `fallback`: there is no agent `nobody`; expected one of: writer",
                "reeve.yaml:1:1: `default_agent`: there is no agent `wrtier`; did you mean `writer`?");
    }

    @Test
    void aCircleOfFallbacksIsToldOnce() throws IOException {
        write("agents/a/agent.yaml", "command: [x]\nfallback: b\n");
        write("agents/b/agent.yaml", "command: [x]\nfallback: c\n");
        write("agents/c/agent.yaml", "command: [x]\nfallback: b\n");
        assertTold(
                reader.read(),
                "agents/b/agent.yaml:2:1: `fallback` leads in a circle: b -> c -> b; leave the key out in one of them");
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
}
