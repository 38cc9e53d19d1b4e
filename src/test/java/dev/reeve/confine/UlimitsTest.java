package dev.reeve.confine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.agent.Resources;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UlimitsTest {

    private static final List<String> PROGRAM = List.of("/bin/x", "a b");

    @Test
    void aShellSetsThemAndBecomesTheProgram() {
        assertEquals(PROGRAM, Ulimits.argv(Resources.UNBOUNDED, PROGRAM));
        assertEquals(
                List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -n 64 && ulimit -S -t 7 && ulimit -H -t 12 && exec \"$@\"",
                        "limits",
                        "/bin/x",
                        "a b"),
                Ulimits.argv(new Resources(1L, 1L, 64, Duration.ofSeconds(2), 9), PROGRAM));
    }
}
