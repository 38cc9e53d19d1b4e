package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What runs cost, and the budgets that they keep to, as people see it in the folders. */
class SpendingLiveTest {

    private static final String FOUR_CENTS =
            "echo x >> $REEVE_WORKSPACE/runs; echo '{\"input_tokens\":1000,\"cached_tokens\":200,\"output_tokens\":50,"
                    + "\"cost_usd\":0.04,\"model\":\"m\"}' > $REEVE_USAGE; echo done\n";

    @TempDir
    Path folder;

    private LiveWorkspace live;

    @BeforeEach
    void atNoon() throws Exception {
        live = new LiveWorkspace(folder);
        // no day ends while this goes on
        Instant now = live.time.now();
        Instant noon = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);
        live.time.pass(Duration.between(now, noon));
    }

    @AfterEach
    void close() throws Exception {
        live.close();
    }

    private void drop(String agent, String... names) throws Exception {
        for (String name : names) {
            live.drop(agent, name + ".md", "Do it.\n");
        }
    }

    private int runs() throws Exception {
        return live.lines("runs").size();
    }

    @Test
    void whatARunTookIsBesideItAndBesideItsTask() throws Exception {
        live.agent("a", "retries: 1\n", FOUR_CENTS + "[ $REEVE_ATTEMPT = 2 ]\n").start();
        drop("a", "one");
        TaskFolder done = live.await(State.DONE, "one");
        assertEquals(Json.parseObject("""
                        {"input_tokens":1000,"cached_tokens":200,"output_tokens":50,"cost_usd":0.04,"model":"m"}
                        """.getBytes()), live.json(done.attempt(1).usage()));
        assertEquals(Json.parseObject("""
                        {"attempts":2,"input_tokens":2000,"cached_tokens":400,"output_tokens":100,"cost_usd":0.08}
                        """.getBytes()), live.json(done.usage()));
        List<String> history = Files.readAllLines(live.workspace.agent("a").history());
        assertEquals(
                2,
                history.stream()
                        .filter(line -> line.contains("\"cost_usd\":0.04"))
                        .count());
        live.until(
                "the status does not tell it",
                () -> live.status().get("today").get("cost_usd").asDouble() == 0.08);
        live.until(
                "nor does its page",
                () -> Files.readString(live.workspace.statusPage()).contains("Spent: $0.08, 2100 tokens"));
    }

    @Test
    void aProgramIsStoppedByWhatItsStreamTells() throws Exception {
        String step = "echo '{\"type\":\"step_finish\",\"part\":{\"tokens\":{\"input\":1},\"cost\":0.04}}'\n";
        String more = "until [ -e $REEVE_WORKSPACE/more ]; do sleep 0.05; done\n";
        live.agent(
                        "a",
                        "runtime: opencode\nretries: 0\nbudget: {usd_per_task: 0.05}\n",
                        step + more + step + "sleep 600\n")
                .start();
        drop("a", "one");
        live.until(
                "the first step is not there",
                () -> Files.readString(
                                live.await(State.RUNNING, "one").attempt(1).stdout())
                        .contains("step_finish"));
        Files.createFile(live.workspace.root().resolve("more"));
        live.why(State.FAILED, "one", "$0.08 of $0.05 spent (`usd_per_task`)");
    }

    @Test
    void aDaysBudgetStopsBeforeTheThirdRunWhateverIsRestarted() throws Exception {
        live.settings("budget: {usd_per_day: 0.10}\n")
                .agent("a", "", FOUR_CENTS)
                .start();
        drop("a", "one");
        live.await(State.DONE, "one");
        live.stop(false);
        live.start();
        drop("a", "two");
        live.await(State.DONE, "two");
        live.stop(false);
        live.start();
        drop("a", "three", "four");
        String tomorrow = LocalDate.ofInstant(live.time.now(), ZoneOffset.UTC).plusDays(1) + "T00:00:00Z";
        for (String name : List.of("three", "four")) {
            live.why(State.WAITING, name, "$0.08 of $0.10 spent", "It goes on by itself at " + tomorrow);
        }
        live.stop(false);
        live.start();
        live.pass(Duration.ofHours(1));
        live.why(State.WAITING, "four", tomorrow);
        assertEquals(2, runs());
        live.pass(Duration.ofHours(12));
        live.await(State.DONE, "three");
        live.await(State.DONE, "four");
        assertEquals(4, runs());
    }

    @Test
    void whatWaitsSaysWhatKeepsItNow() throws Exception {
        live.settings("budget: {usd_per_day: 0.06}\n")
                .agent("a", "budget: {usd_per_day: 0.05}\n", FOUR_CENTS)
                .start();
        drop("a", "one");
        live.await(State.DONE, "one");
        drop("a", "two");
        live.why(State.WAITING, "two", "$0.04 of $0.05 spent");
        live.agent("a", "budget: {usd_per_day: 1}\n", FOUR_CENTS);
        live.why(State.WAITING, "two", "$0.04 of $0.06 spent");
        live.until("nor does the status", () -> Json.line(live.status()).contains("$0.04 of $0.06 spent"));
        assertEquals(1, runs());
    }

    @Test
    void aClockThatIsSetBackBetweenTwoStartsRefillsNothing() throws Exception {
        live.settings("budget: {usd_per_day: 0.05}\n")
                .agent("a", "", FOUR_CENTS)
                .start();
        drop("a", "one");
        live.await(State.DONE, "one");
        live.stop(false);
        live.time.pass(Duration.ofDays(-3));
        live.start();
        drop("a", "two");
        live.why(State.WAITING, "two", "$0.04 of $0.05 spent");
        live.settings("budget: {usd_per_day: 0.09}\n");
        live.await(State.DONE, "two");
    }

    @Test
    void aTaskThatHasUsedUpItsOwnBudgetFailsAndSaysSo() throws Exception {
        live.agent("a", "retries: 9\n", FOUR_CENTS + "exit 1\n").start();
        live.drop("a", "one.md", "---\nbudget: {usd_per_task: 0.10}\n---\nDo it.\n");
        live.why(State.FAILED, "one", "Its budget is used up: $0.12 of $0.10 spent (`usd_per_task`)", "exit status 1");
        assertEquals(3, runs());
    }

    @Test
    void aTaskMayNotAskForMoreThanItsAgentMaySpend() throws Exception {
        live.agent("a", "budget: {usd_per_task: 0.50}\n", FOUR_CENTS).start();
        live.drop("a", "one.md", "---\nlabel: x\nbudget: {usd_per_task: 0.60}\n---\nDo it.\n");
        String page = Files.readString(live.rejected("one.md").resolve("why.md"));
        assertTrue(
                page.contains("one.md:3:1: `usd_per_task` is $0.60, more than a task of agent `a` may spend;"
                        + " expected at most $0.50"),
                page);
        live.drop("a", "two.md", "---\nbudget: {usd_per_day: 0.10}\n---\nDo it.\n");
        page = Files.readString(live.rejected("two.md").resolve("why.md"));
        assertTrue(page.contains("belongs into agent.yaml or reeve.yaml"), page);
    }

    @Test
    void aTreeSpendsTogether() throws Exception {
        live.agent(
                        "a",
                        "",
                        "if [ $REEVE_DEPTH = 0 ]; then for i in 1 2 3; do sleep 0.01; echo \"child $i\" >"
                                + " $REEVE_SPAWN/.c; mv $REEVE_SPAWN/.c $REEVE_SPAWN/c$i.md; done; fi\n" + FOUR_CENTS)
                .settings("limits: {max_active_children: 1}\n")
                .start();
        live.drop("a", "root.md", "---\nbudget: {usd_per_tree: 0.10}\n---\nDo it.\n");
        live.until("not two children failed", () -> live.all(State.FAILED, "c.").size() >= 2);
        assertTrue(live.all(State.FAILED, "c.").stream()
                .allMatch(child -> read(child.why()).contains("$0.08 of $0.10 spent")));
        assertEquals(2, runs());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    @Test
    void aRunThatTellsThatItGoesOverIsStopped() throws Exception {
        live.agent("a", "retries: 3\n", FOUR_CENTS.replace("0.04", "5") + "exec sleep 1000\n")
                .start();
        live.drop("a", "one.md", "---\nbudget: {usd_per_task: 1}\n---\nDo it.\n");
        live.why(State.FAILED, "one", "$5.00 of $1.00 spent", "was stopped");
        assertEquals(1, runs());
        assertEquals(
                "5.00",
                live.json(live.find(State.FAILED, "one").usage())
                        .get("cost_usd")
                        .asString());
    }

    @Test
    void whatCanNotBeBelievedCountsForNothingAndIsSaid() throws Exception {
        live.agent("a", "", "echo '{\"output_tokens\":-5}' > $REEVE_USAGE; echo done\n")
                .agent("b", "", "mkfifo $REEVE_USAGE; echo done\n")
                .start();
        drop("a", "one");
        TaskFolder done = live.await(State.DONE, "one");
        assertFalse(Files.exists(done.usage()));
        String log = Files.readString(done.log());
        assertTrue(log.contains("was not believed") && log.contains("`output_tokens` is"), log);
        drop("b", "two");
        assertTrue(Files.readString(live.await(State.DONE, "two").log()).contains("was not believed"));
    }

    @Test
    void tokensGetTheirPriceFromTheTableThatAPersonMayChange() throws Exception {
        live.agent(
                        "a",
                        "",
                        "echo '{\"input_tokens\":1000000,\"output_tokens\":100000,\"model\":\"'$REEVE_MODEL'\"}' >"
                                + " $REEVE_USAGE\n")
                .start();
        live.drop("a", "one.md", "---\nmodel: anthropic/claude-sonnet-4-5-20250929\n---\nDo it.\n");
        assertEquals(
                "4.50",
                live.json(live.await(State.DONE, "one").usage()).get("cost_usd").asString());
        Files.writeString(
                live.workspace.prices(),
                "models: {claude-sonnet: {input: 1, output: 2}, claude-sonnet-4-5: {input: 2, output: 10}}\n");
        live.drop("a", "two.md", "---\nmodel: anthropic/claude-sonnet-4-5-20250929\n---\nDo it.\n");
        assertEquals(
                "3.00",
                live.json(live.await(State.DONE, "two").usage()).get("cost_usd").asString());
        for (String name : List.of("three", "four")) {
            live.drop("a", name + ".md", "---\nmodel: unheard-of\n---\nDo it.\n");
            ObjectNode usage = live.json(live.await(State.DONE, name).usage());
            assertEquals(1_100_000, usage.get("unpriced_tokens").asLong());
        }
        assertEquals(1, audit("has no price"), "it is said once");
    }

    private long audit(String words) throws Exception {
        long count = 0;
        try (Stream<Path> logs = Files.list(live.workspace.logs())) {
            for (Path log : logs.filter(each -> each.getFileName().toString().startsWith("audit-"))
                    .toList()) {
                count += Files.readAllLines(log).stream()
                        .filter(line -> line.contains(words))
                        .count();
            }
        }
        return count;
    }

    @Test
    void itIsSaidOnceThatABudgetComesToItsEndAndOnceThatItHas() throws Exception {
        live.agent("a", "budget: {usd_per_day: 0.16}\n", FOUR_CENTS).start();
        for (String name : List.of("one", "two", "three")) {
            drop("a", name);
            live.await(State.DONE, name);
            live.stop(false);
            live.start();
        }
        assertEquals(0, audit("80 % of"));
        drop("a", "four");
        live.await(State.DONE, "four");
        assertEquals(1, audit("80 % of the budget of agent a in"));
        assertEquals(1, audit("is used up: $0.16 of $0.16 spent"));
    }
}
