package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits hold, as the agents themselves saw it. */
class LimitsLiveTest {

    /** Each run notes how many are at work with it, by the folders that they make while they are. */
    private static final String COUNTED = """
            cd $REEVE_WORKSPACE
            mkdir -p at-work; mkdir at-work/$REEVE_TASK_ID
            set -- at-work/*; echo $# >> counts
            set -- at-work/*grouped*; [ -e "$1" ] && echo $# >> grouped
            set -- at-work/*single*; [ -e "$1" ] && echo $# >> single
            sleep 0.05
            rmdir at-work/$REEVE_TASK_ID
            """;

    @TempDir
    Path folder;

    private static int most(LiveWorkspace live, String name) throws Exception {
        return live.lines(name).stream().mapToInt(Integer::parseInt).max().orElse(0);
    }

    @Test
    void neverMoreAtWorkThanThereArePlaces() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 4, reserve_urgent: 0}\ngroups: {narrow: {concurrency: 2}}\n")
                .agent("single", "", COUNTED)
                .agent("many", "concurrency: 9\n", COUNTED)) {
            for (int number = 10; number < 20; number++) {
                live.drop("single", "single-" + number + ".md", "Do it.\n");
                live.drop("many", "grouped-" + number + ".md", "---\ngroup: narrow\n---\nDo it.\n");
                live.drop("many", "free-" + number + ".md", "Do it.\n");
            }
            live.start();
            live.until("not all are done", () -> live.all(State.DONE, ".*").size() == 30);
            assertTrue(most(live, "counts") <= 4, "of 4 places: " + live.lines("counts"));
            assertTrue(most(live, "counts") > 1, "they never ran side by side");
            assertTrue(most(live, "grouped") <= 2, "of 2 places: " + live.lines("grouped"));
            assertEquals(1, most(live, "single"));
        }
    }

    @Test
    void urgentFirstThenOldestFirstAndTheReserveIsKept() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 2, reserve_urgent: 1}\n")
                .agent(
                        "a",
                        "concurrency: 9\n",
                        "cd $REEVE_WORKSPACE; sed -n '$p' $REEVE_TASK_DIR/task.md >> order;"
                                + " until [ -e gate ]; do sleep 0.02; done\n")) {
            Files.createFile(live.workspace.stop());
            live.start();
            for (String name : List.of("background-3", "usual-2", "older-2", "urgent-1", "pressing-1")) {
                live.drop(
                        "a",
                        name + ".md",
                        "---\npriority: " + name.substring(name.length() - 1) + "\n---\n" + name + "\n");
                live.await(State.QUEUE, name);
            }
            Files.delete(live.workspace.stop());
            live.until("two are not at work", () -> live.lines("order").size() == 2);
            assertEquals(
                    List.of("urgent-1", "pressing-1"),
                    live.lines("order").stream()
                            .sorted(java.util.Comparator.reverseOrder())
                            .toList());
            TaskFolder usual = live.await(State.QUEUE, "usual-2");
            live.pass(java.time.Duration.ofSeconds(6));
            live.until(
                    "it does not say what it lacks",
                    () -> Files.readString(usual.why()).contains("2 of 2 taken"));
            live.until(
                    "the status does not say it",
                    () -> live.status().get("queued").get(0).get("missing").size() > 0);
            Files.createFile(live.workspace.root().resolve("gate"));
            live.until("not all are done", () -> live.all(State.DONE, ".*").size() == 5);
            assertEquals(
                    List.of("usual-2", "older-2", "background-3"),
                    live.lines("order").subList(2, 5));
        }
    }

    @Test
    void anHourlyRateHoldsAndSaysWhen() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("groups: {upload: {concurrency: 2, per_hour: 2}}\n")
                .agent("a", "", "echo up\n")
                .start()) {
            for (String name : List.of("one", "two", "three")) {
                live.drop("a", name + ".md", "---\ngroup: upload\n---\nDo it.\n");
            }
            live.until("two are not done", () -> live.all(State.DONE, ".*").size() == 2);
            live.until(
                    "it is not said",
                    () -> live.status()
                            .get("queued")
                            .get(0)
                            .get("missing")
                            .toString()
                            .contains("in an hour"));
            live.stop(false);
            live.start();
            live.pass(java.time.Duration.ofMinutes(30));
            live.until(
                    "it is not said",
                    () -> live.status()
                            .get("queued")
                            .get(0)
                            .get("missing")
                            .toString()
                            .contains("in an hour"));
            live.pass(java.time.Duration.ofMinutes(31));
            live.until("the third is not done", () -> live.all(State.DONE, ".*").size() == 3);
        }
    }

    @Test
    void aBreakerOpensAndTheFallbackTakesOver() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 1, reserve_urgent: 0}\n")
                .agent(
                        "sick",
                        "retries: 0\nfallback: nurse\nbreaker: {failures: 2, window: 2, cooldown: 1h}\n",
                        "exit 1\n")
                .agent(
                        "alone",
                        "retries: 0\nbreaker: {failures: 1, window: 1, cooldown: 1h}\n",
                        "test -e $REEVE_WORKSPACE/well && echo well\n")
                .agent("nurse", "", "echo nursed\n")
                .start()) {
            live.drop("sick", "one.md", "Do it.\n");
            live.await(State.FAILED, "one");
            live.drop("sick", "two.md", "Do it.\n");
            live.await(State.FAILED, "two");
            live.drop("sick", "three.md", "Do it.\n");
            assertEquals("nursed", live.result("three"));

            live.drop("alone", "four.md", "Do it.\n");
            live.await(State.FAILED, "four");
            live.drop("alone", "five.md", "Do it.\n");
            live.drop("alone", "six.md", "Do it.\n");
            live.why(State.WAITING, "five", "breaker of agent alone is open");
            live.await(State.WAITING, "six");
            Files.createFile(live.workspace.root().resolve("well"));
            live.pass(java.time.Duration.ofMinutes(61));
            assertEquals("well", live.result("five"));
            assertEquals("well", live.result("six"));
        }
    }

    @Test
    void whoTimesOutForGoodHandsOver() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("slow", "retries: 0\ntimeout: 300ms\nfallback: quick\n", "sleep 1000\n")
                .agent("quick", "", "echo done by $REEVE_AGENT\n")
                .start()) {
            live.drop("slow", "task.md", "Do it.\n");
            assertEquals("done by quick", live.result("task"));
        }
    }
}
