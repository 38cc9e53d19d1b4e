package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcLoadTest {

    @Test
    void theInnermostNumberIsWhatItTakesItselfFor() {
        assertEquals(7, ProcLoad.ownPid("Name:\tsh\nPid:\t4711\nNSpid:\t4711\t12\t7\nNSsid:\t1\n", 4711));
        assertEquals(4711, ProcLoad.ownPid("NSpid:\t4711\n", 4711));
        assertEquals(4711, ProcLoad.ownPid("", 4711));
    }

    @Test
    void filesThatItSharesAreNotItsMemoryAndEndedChildrenAreItsTime() {
        String stat = "11 (a (b) c) R 2 0 0 0 -1 4194304 76 0 0 0 150 25 300 25 20 0 1 0 3492774 3133440 390";
        assertEquals(new Load(210 * 4096, Duration.ofSeconds(5)), ProcLoad.of("2100 820 610 1 0 90 0\n", stat));
        assertNull(ProcLoad.of("", ""));
    }
}
