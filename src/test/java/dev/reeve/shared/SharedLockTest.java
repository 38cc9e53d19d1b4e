package dev.reeve.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lock holds and which may be broken. */
class SharedLockTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private LockStage stage;
    private Identity first;
    private Identity second;

    @BeforeEach
    void twoProcesses() throws IOException {
        stage = new LockStage();
        first = stage.processes.start(101, "7");
        second = stage.processes.start(102, "8");
    }

    private SharedLock.Held take(Identity process) throws IOException {
        return LockStage.tryTake(stage.lockOf(process));
    }

    @Test
    void oneOfTwoHasItUntilItIsGivenBack() throws IOException {
        SharedLock.Held held = take(first);
        assertNull(take(second));
        assertTrue(held.release());
        assertNotNull(take(second));
        assertFalse(held.release(), "it is the second's now");
        assertNull(take(first));
    }

    @Test
    void whoWaitsIsToldWhoHasIt() throws IOException {
        take(first);
        String[] told = {null};
        stage.lockOf(second).take(null, by -> {
            told[0] = by.owner();
            return false;
        });
        assertEquals("process 101", told[0]);
    }

    @Test
    void aLockOfADeadProcessIsBroken() throws IOException {
        take(first);
        stage.processes.end(first);
        assertNotNull(take(second));
    }

    @Test
    void aPidThatIsAnotherProcessNowHoldsNothing() throws IOException {
        take(first);
        stage.processes.end(first);
        stage.processes.start(first.pid(), "999");
        assertNotNull(take(second));
    }

    @Test
    void theCommandKeepsTheLockOfWhoStartedIt() throws IOException {
        Identity command = stage.processes.start(103, "9");
        assertTrue(take(first).nameCommand(command));
        stage.processes.end(first);
        assertNull(take(second), "its command is still at work");
        stage.processes.end(command);
        assertNotNull(take(second));
    }

    @Test
    void aCommandIsNotNamedInALockThatWasTakenAway() throws IOException {
        SharedLock.Held held = take(first);
        stage.disk.remove(LockStage.LOCK);
        assertNotNull(take(second));
        assertFalse(held.nameCommand(stage.processes.start(103, "9")));
        assertNull(take(first), "the second's lock is untouched");
    }

    @Test
    void aLockOfAnotherBootIsBroken() throws IOException {
        LockStage.tryTake(stage.lockOf(first), HOUR);
        stage.processes.boot("boot-2");
        assertNotNull(take(stage.processes.start(first.pid(), first.start())));
    }

    @Test
    void whoLivesKeepsItsLockOnItsOwnHostThoughItHasExpired() throws IOException {
        LockStage.tryTake(stage.lockOf(first), HOUR);
        stage.pass(HOUR.multipliedBy(2));
        assertNull(take(second));
    }

    @Test
    void aLockOfAnotherHostHoldsUntilItExpires() throws IOException {
        LockStage.tryTake(stage.lockOf(first, "there", stage.disk), HOUR);
        stage.processes.boot("boot-of-another-machine");
        Identity here = stage.processes.start(first.pid(), first.start());
        assertNull(take(here), "whether its owner lives can't be seen from here");
        stage.pass(HOUR.minusSeconds(1));
        assertNull(take(here));
        stage.pass(Duration.ofSeconds(1));
        assertNotNull(take(here));
    }

    @Test
    void aLockOfAnotherHostWithoutExpiryIsNeverBroken() throws IOException {
        LockStage.tryTake(stage.lockOf(first, "there", stage.disk));
        stage.processes.boot("boot-of-another-machine");
        stage.pass(Duration.ofDays(1000));
        assertNull(take(stage.processes.start(first.pid(), first.start())));
    }

    @Test
    void aLockFromAnotherPidNamespaceIsJudgedByItsExpiryAlone() throws IOException {
        LockStage.tryTake(stage.lockOf(first), HOUR);
        stage.processes.in(new Home("boot-1", "pid:[2]"));
        stage.processes.end(first);
        assertNull(take(second), "its pid says nothing here");
        stage.pass(HOUR);
        assertNotNull(take(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\": \"a\", \"owner\": \"some", "4711\n", "{}", "[1]"})
    void whatIsNoWholeLockIsWaitedForAndThenKeptUnderAnotherName(String content) throws IOException {
        stage.write(content);
        assertNull(take(second), "it may just be written");
        stage.pass(Judge.WRITTEN_BY_THEN);
        assertNotNull(take(second));
        List<String> aside = stage.disk.list(LockStage.FOLDER).stream()
                .filter(name -> name.startsWith("notes.md.lock.unreadable-"))
                .toList();
        assertEquals(1, aside.size(), aside::toString);
        byte[] kept = stage.disk.read(LockStage.FOLDER.resolve(aside.get(0)), 0, 1000);
        assertEquals(content, new String(kept, StandardCharsets.UTF_8));
    }

    @Test
    void anUnreadableLockFromTheFutureIsBrokenToo() throws IOException {
        stage.write("");
        stage.pass(HOUR.negated());
        assertNotNull(take(second));
    }

    @Test
    void aFolderOfThatNameIsNoLockAndIsLeftAlone() throws IOException {
        stage.disk.makeFolder(LockStage.LOCK);
        stage.pass(HOUR);
        FileSystemException refused = assertThrows(FileSystemException.class, () -> take(second));
        assertTrue(refused.getReason().contains("Move it away"), refused::getReason);
        assertNotNull(stage.disk.stat(LockStage.LOCK));
    }
}
