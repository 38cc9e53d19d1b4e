package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The supervisor, a process of its own, is killed with -9 at random moments while events come in. */
class EventKillsTest {

    private static final long FIXED_SEED = 20261121;
    private static final long LONGEST_LIFE_MICROS = 400_000;

    /** Of the types, the first makes two tasks. */
    private static final List<String> TYPES = List.of("data_ready", "customer_query", "error_alert");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void someKillsLoseAndDoubleNoEvent() throws IOException {
        survive(8, FIXED_SEED);
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void hundredsOfKillsLoseAndDoubleNoEvent() throws IOException {
        survive(Integer.getInteger("faults.kills", 300), Long.getLong("seed", System.nanoTime()));
    }

    private void survive(int kills, long seed) throws IOException {
        Random random = new Random(seed);
        try (FaultWorkspace live = new FaultWorkspace(folder)) {
            live.settings("""
                    limits: {max_concurrent: 6}
                    routes:
                    - {when: {type: data_ready}, agents: [a, b], pick: all}
                    - {when: {type: customer_query}, agent: a, task: "Answer {{event.n}}"}
                    - {when: {type: error_alert}, agents: [b, c], pick: round_robin}
                    """);
            for (String agent : List.of("a", "b", "c")) {
                live.agent(agent, "concurrency: 4\n", "echo done\n");
            }
            List<String> dropped = new ArrayList<>();
            for (int kill = 0; kill < kills; kill++) {
                for (int i = 0; i < 4; i++) {
                    dropped.add(drop(live, TYPES.get(dropped.size() % TYPES.size()), dropped.size()));
                }
                JavaProcess supervisor = random.nextInt(3) == 0 ? live.up() : live.upAndRecovered();
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(LONGEST_LIFE_MICROS)));
                supervisor.kill();
            }
            live.upUntilIdle();
            check(live, dropped);
        }
    }

    private static String drop(FaultWorkspace live, String type, int number) throws IOException {
        String name = type + "-" + number + ".json";
        Path door = live.workspace.events();
        Path hidden = Files.writeString(door.resolve("." + name), "{\"n\": " + number + "}\n");
        Files.move(hidden, door.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private static void check(FaultWorkspace live, List<String> dropped) throws IOException {
        List<String> kept = new ArrayList<>();
        List<String> made = new ArrayList<>();
        try (Stream<Path> all = Files.walk(live.workspace.eventLog(), 2)) {
            for (Path event : all.filter(path ->
                            path.getNameCount() == live.workspace.eventLog().getNameCount() + 2)
                    .toList()) {
                ObjectNode record = live.json(event.resolve("record.json"));
                kept.add(Json.text(record, "dropped"));
                for (JsonNode task : record.get("tasks")) {
                    made.add(Json.text(task, "id"));
                }
            }
        }
        kept.sort(null);
        assertEquals(dropped.stream().sorted().toList(), kept, "the events that were taken");
        long several =
                dropped.stream().filter(name -> name.startsWith(TYPES.get(0))).count();
        assertEquals(dropped.size() + several, made.size(), "the tasks that they made");
        made.sort(null);
        List<String> tasks = live.tasks(State.values()).stream()
                .map(TaskFolder::id)
                .sorted(Comparator.naturalOrder())
                .toList();
        assertEquals(made, tasks, "each of them, once, and no other");
        assertEquals(tasks.size(), live.tasks(State.DONE).size(), "all of them are done");
        List<String> ran = live.ran().stream()
                .map(run -> run.split(" ")[0])
                .distinct()
                .sorted()
                .toList();
        assertEquals(tasks, ran, "each of them ran");
        assertEquals(live.ran().stream().distinct().count(), live.ran().size(), "no attempt ran twice");
        try (Stream<Path> left = Files.list(live.workspace.events())) {
            assertTrue(left.findAny().isEmpty(), "nothing is left in its door");
        }
    }
}
