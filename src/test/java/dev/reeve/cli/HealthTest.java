package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor is told. */
class HealthTest {

    @TempDir
    Path folder;

    private TestWorkspace reeve;

    @BeforeEach
    void aWorkspace() throws IOException {
        reeve = new TestWorkspace(folder);
    }

    private void superviseWith(String more, Duration silence) throws IOException {
        long pid = ProcessHandle.current().pid();
        reeve.superviseBy(pid);
        Files.writeString(
                reeve.workspace.statusJson(),
                "{\"supervisor\":{\"pid\":" + pid + "},\"watch\":\"events\",\"failed_count\":0,\"held_count\":0" + more
                        + "}\n");
        Files.writeString(reeve.workspace.metrics(), "reeve_watching 1\n");
        Files.setLastModifiedTime(reeve.workspace.metrics(), FileTime.from(reeve.now.minus(silence)));
    }

    @Test
    void nobodyIsAtWork() {
        Called called = reeve.call("check", "--health").exits(Exit.FAILED);
        assertEquals("unhealthy", called.lines().get(0));
        called.says("bad: no supervisor is at work here");
    }

    @Test
    void oneIsAtWork() throws IOException {
        superviseWith("", Duration.ofSeconds(50));
        Called called = reeve.call("check", "--health").exits(Exit.DONE);
        assertEquals("healthy", called.lines().get(0));
        called.says("its last sign of life was 50 s ago").saysNothingOf("bad:");
    }

    @Test
    void oneThatGivesNoSignOfLife() throws IOException {
        superviseWith("", Duration.ofMinutes(4));
        reeve.call("check", "--health").exits(Exit.FAILED).says("gave no sign of life for 240 s");
    }

    @Test
    void oneThatHasJustStartedHasNoNumbersYet() throws IOException {
        superviseWith("", Duration.ZERO);
        Files.delete(reeve.workspace.metrics());
        reeve.now = java.time.Instant.parse("2026-11-20T12:00:30Z");
        reeve.call("check", "--health").exits(Exit.DONE);
    }

    @Test
    void whatIsOnlyToBeKnownMakesNobodyUnhealthy() throws IOException {
        superviseWith(
                ",\"stop\":\"stop\",\"failed_count\":3,\"held_count\":1,\"watch\":\"scanning\",\"problems\":"
                        + "[{\"kind\":\"breaker\",\"where\":\"agents/a\",\"what\":\"its breaker is open\"}]",
                Duration.ZERO);
        reeve.call("check", "--health")
                .exits(Exit.DONE)
                .says("note: agents/a: its breaker is open")
                .says("note: 3 tasks in failed/")
                .says("note: 1 task in held/")
                .says("note: a file STOP");
    }

    @Test
    void aBrokenConfigurationIsUnhealthyAndAFullDiskMoreSo() throws IOException {
        String broken = "{\"kind\":\"configuration\",\"where\":\"reeve.yaml\",\"what\":\"1:1: unknown key\"}";
        superviseWith(",\"problems\":[" + broken + "]", Duration.ZERO);
        reeve.call("check", "--health").exits(Exit.USAGE).says("bad: reeve.yaml: 1:1: unknown key");

        String full = "{\"kind\":\"disk\",\"where\":\"STATUS.md\",\"what\":\"No space left on device\"}";
        superviseWith(",\"problems\":[" + broken + "," + full + "]", Duration.ZERO);
        reeve.call("check", "--health").exits(Exit.FAILED).says("bad: STATUS.md: No space left on device");
    }

    @Test
    void whatAnEarlierSupervisorSaidIsNotTakenForTrue() throws IOException {
        superviseWith("", Duration.ZERO);
        Files.writeString(
                reeve.workspace.statusJson(),
                "{\"supervisor\":{\"pid\":1},\"problems\":[{\"kind\":\"disk\",\"where\":\"a\",\"what\":\"full\"}]}\n");
        reeve.call("check", "--health").exits(Exit.DONE);
    }
}
