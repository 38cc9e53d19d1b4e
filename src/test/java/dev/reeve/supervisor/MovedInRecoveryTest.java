package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.sim.Script;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Worlds;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's {@code mv} before any access of a supervisor that starts: it starts all the same, and obeys. */
class MovedInRecoveryTest {

    @ParameterizedTest
    @CsvSource({"RUNNING, FAILED", "RUNNING, QUEUE", "WAITING, QUEUE", "HELD, QUEUE"})
    void atAnyAccess(State from, State to) throws IOException {
        int access = 0;
        while (isMovedAt(access, from, to)) {
            access++;
        }
        assertTrue(access > 100, "accesses of a recovery: " + access);
    }

    /** @return false if a recovery has no such access */
    private static boolean isMovedAt(int access, State from, State to) throws IOException {
        Scenario scenario = new Scenario("moved at access " + access)
                .agent("other", "")
                .file("tasks/moved.md", drop(from))
                .file("tasks/first.md", "---\nagent: other\nlabel: first\n---\nThe first thing.\n")
                .runs((slug, before, disk) ->
                        before == 0 ? Script.begin().sleep(Duration.ofSeconds(20)) : Script.begin())
                .when("first", State.RUNNING, (people, id) -> {});
        if (from == State.HELD) {
            scenario.when("moved", State.RUNNING, (people, id) -> people.mv(State.RUNNING, State.HELD, id));
        }
        Trial trial = Trial.of(scenario.when("moved", from, (people, id) -> {}));
        trial.start(Steps.UNDISTURBED);
        trial.untilPeopleHaveDoneAll();
        trial.kill();

        String id = trial.people.find("moved").get(0).id();
        long[] left = {access};
        trial.start(meddled(trial.machine.world(Steps.UNDISTURBED), () -> {
            if (left[0]-- == 0) {
                trial.people.mvUnsynced(from, to, id);
            }
        }));
        if (left[0] >= 0) {
            return false;
        }
        left[0] = Long.MAX_VALUE;
        trial.untilQuiet();
        State end = to == State.QUEUE ? State.DONE : to;
        assertEquals(end, trial.people.find("moved").get(0).where().state(), "moved at access " + access);
        assertEquals(State.DONE, trial.people.find("first").get(0).where().state());
        return true;
    }

    private static String drop(State from) {
        return switch (from) {
            case WAITING -> "---\nlabel: moved\nafter: first\n---\nDo the thing.\n";
            default -> "---\nlabel: moved\n---\nDo the thing.\n";
        };
    }

    @FunctionalInterface
    private interface Meddling {
        void before() throws IOException;
    }

    private static World meddled(World world, Meddling meddling) {
        Disk disk = world.durable().disk();
        Disk meddled = (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    meddling.before();
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return Worlds.with(world, new Durable(meddled, new AtomicLong(1000)::incrementAndGet), world.processes());
    }
}
