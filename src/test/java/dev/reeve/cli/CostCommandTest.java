package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Exit;
import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Spent;
import dev.reeve.files.Json;
import dev.reeve.task.Usage;
import dev.reeve.text.Money;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was spent, as people ask for it. It is the 20th of November in these. */
class CostCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws Exception {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
        Files.writeString(reeve.workspace.settings(), "zone: UTC\n");
        spent("one", "root", "2026-11-20", "writer", 40_000L);
        spent("two", "root", "2026-11-14", "lead", 1_500_000L);
        spent("three", "three", "2026-11-13", "writer", 250_000L);
        spent("four", "four", "2026-11-13", "writer", null);
        spent("old", "old", "2026-10-31", "writer", 9_000_000L);
    }

    private void spent(String task, String tree, String day, String agent, Long cost) throws Exception {
        new SpendingLog(reeve.disk, reeve.workspace)
                .append(new Spent(
                        LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                        LocalDate.parse(day),
                        task,
                        tree,
                        task,
                        1,
                        agent,
                        new Usage(1000, 200, 50, cost, "m")));
    }

    @Test
    void byAgentThisMonthUnlessSomethingElseIsAskedFor() {
        assertEquals(
                List.of(
                        "AGENT\tRUNS\tINPUT\tCACHED\tOUTPUT\tCOST",
                        "lead\t1\t1,000\t200\t50\t$1.50",
                        "writer\t3\t3,000\t600\t150\t$0.29, and 1,050 tokens without a price",
                        "all since 2026-11-01\t4\t4,000\t800\t200\t$1.79, and 1,050 tokens without a price"),
                reeve.call("cost").exits(Exit.DONE).lines());
    }

    @Test
    void sevenDaysAreTodayAndTheSixBeforeIt() {
        assertEquals(
                List.of("2026-11-14", "2026-11-20", "all since 2026-11-14"),
                reeve.call("cost", "--by", "day", "--since", "7d").exits(Exit.DONE).lines().stream()
                        .skip(1)
                        .map(line -> line.split("\t")[0])
                        .toList());
    }

    @Test
    void byRootForAProgram() {
        var answer = Json.parseObject(reeve.call("cost", "--by", "root", "--since", "2026-10-01", "--json")
                .exits(Exit.DONE)
                .out()
                .getBytes(StandardCharsets.UTF_8));
        assertEquals("2026-10-01", answer.get("since").asString());
        assertEquals("root", answer.get("rows").get(2).get("root").asString());
        assertEquals("1.54", answer.get("rows").get(2).get("cost_usd").asString());
        assertEquals("10.79", answer.get("all").get("cost_usd").asString());
    }

    @Test
    void whatIsWrongIsAnswered() {
        reeve.call("cost", "--by", "moon").exits(Exit.USAGE).notes("expected agent, day or root");
        reeve.call("cost", "--since", "yesterday").exits(Exit.USAGE).notes("a day such as 2026-11-01, or 7d");
        reeve.call("cost", "--since", "2027-01-01").exits(Exit.DONE).says("Nothing was spent");
    }

    @Test
    void aTaskAndItsAgentTellWhatTheyHaveSpent() throws Exception {
        TaskFolder done = reeve.task(State.HELD, "report");
        Files.writeString(
                done.usage(),
                "{\"attempts\":2,\"input_tokens\":900,\"output_tokens\":100,\"cost_usd\":" + Money.plain(80_000)
                        + "}\n");
        reeve.call("show", "report").exits(Exit.DONE).says("$0.08, 1,000 tokens");
        reeve.call("show", "report", "--json").exits(Exit.DONE).says("\"cost_usd\" : 0.08");
        reeve.call("trace", "report").exits(Exit.DONE).says(", $0.08");
        reeve.call("trace", "report", "--json").exits(Exit.DONE).says("\"cost_usd\" : 0.08");
        reeve.call("show", "writer")
                .exits(Exit.DONE)
                .says("$0.04 today, $0.29 and 1050 tokens without a price this month");
    }

    @Test
    void aModelWithoutAPriceIsSaidWhereMoneyIsBounded() throws Exception {
        Path config = reeve.workspace.agent("writer").config();
        Files.writeString(config, "command: [/bin/sh]\nmodel: unheard-of\n");
        reeve.call("check").exits(Exit.DONE).saysNothingOf("price");
        Files.writeString(config, "command: [/bin/sh]\nmodel: unheard-of\nbudget: {usd_per_day: 1}\n");
        reeve.call("check").exits(Exit.DONE).says("agents/writer/agent.yaml:2:1: `model`: `unheard-of` has no price");
        Files.writeString(reeve.workspace.prices(), "models: {unheard-of: {input: 1, output: 2}}\n");
        reeve.call("check").exits(Exit.DONE).saysNothingOf("price");
        Files.writeString(reeve.workspace.prices(), "models: {unheard-of: {input: 1}}\n");
        reeve.call("check").exits(Exit.USAGE).says("prices.yaml:1:22: `models.unheard-of`: no `input` or no `output`");
    }
}
