package dev.reeve.supervisor;

import static dev.reeve.task.Budget.Per.DAY;
import static dev.reeve.task.Budget.Per.MONTH;
import static dev.reeve.task.Budget.Per.TASK;
import static dev.reeve.task.Budget.Per.TREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cost.Account;
import dev.reeve.cost.Spent;
import dev.reeve.task.Budget;
import dev.reeve.task.Usage;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may start while there is something to spend, who waits for more, and who is given up. */
class BudgetsTest {

    private static final Instant NOON = ACard.NOON;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant NEXT_MONTH = Instant.parse("2026-12-01T00:00:00Z");

    private static Decided of(ATeam team, ACard... cards) {
        return new Decided(team.team(), cards);
    }

    /** Runs of an agent that cost this much each, today. */
    private static Decided spent(Decided decided, String agent, double... usd) throws IOException {
        for (double one : usd) {
            int before =
                    decided.spending.of(Account.ofDay(Account.WORKSPACE, TODAY)).attempts();
            decided.spending.add(ASpending.spent("before-" + before, 1, agent, one, NOON));
        }
        return decided;
    }

    private static Move.Park parked(Decided decided) {
        return assertInstanceOf(Move.Park.class, decided.moves().get(0), "" + decided.moves());
    }

    @Test
    void theThirdOfRunsThatCostFortyPercentWaitsForTheNextDay() throws Exception {
        ATeam team = ATeam.of("a").budget(ATeam.usd(DAY, 0.10));
        assertEquals(List.of("t"), spent(of(team, ACard.of("t")), "a", 0.04).starts());
        Move.Park park = parked(spent(of(team, ACard.of("t")), "a", 0.04, 0.04));
        assertEquals(Cause.BUDGET, park.because().cause());
        assertEquals(MIDNIGHT, park.because().until());
        assertEquals(
                "the budget of the workspace in 2026-11-20 is used up: $0.08 of $0.10 spent,"
                        + " and a run takes about $0.04 (`usd_per_day`)",
                park.because().reason());
    }

    @Test
    void anAgentsBudgetIsItsOwn() throws Exception {
        ATeam team = ATeam.of("b").agent("a", 9, null, ATeam.usd(MONTH, 0.05));
        Decided decided = spent(of(team, ACard.of("t"), ACard.of("u").agent("b")), "a", 0.04);
        assertEquals(NEXT_MONTH, parked(decided).because().until());
        assertEquals(List.of("u"), decided.starts());
    }

    @Test
    void whatIsAtWorkHasReservedWhatItIsExpectedToCost() throws Exception {
        ATeam team = ATeam.of("a").budget(ATeam.usd(DAY, 0.15));
        Decided decided = spent(of(team, ACard.of("t"), ACard.of("u"), ACard.of("v")), "a", 0.04);
        assertEquals(List.of("t", "u"), decided.starts(), "two more of 0.04 are within 0.15");
        decided = spent(of(team, ACard.of("t")), "a", 0.04)
                .running(ACard.of("one"))
                .running(ACard.of("two"));
        assertEquals(List.of(), decided.moves(), "it is in the queue until they have ended, and waits for no day");
        assertTrue(decided.budgets()
                .refusalNow(decided.board.get("t"))
                .reason()
                .contains("$0.04 of $0.15 spent, $0.08 reserved for what is at work"));
    }

    @Test
    void whoWaitsForItsChildrenReservesNothingThatTheyWouldWaitFor() throws Exception {
        ATeam team = ATeam.of("a").budget(ATeam.usd(DAY, 0.10));
        Decided decided = spent(of(team, ACard.of("child")), "a", 0.04).running(ACard.of("parent"));
        assertEquals(List.of(), decided.starts());
        decided.places.lend("parent");
        assertEquals(List.of("child"), decided.starts());
    }

    @Test
    void aBudgetSmallerThanARunAllowsOneAndNotASecond() throws Exception {
        ATeam team = ATeam.of("b").agent("a", 9, null, ATeam.usd(DAY, 0.01));
        Decided decided = of(team, ACard.of("t"), ACard.of("u"));
        decided.spending.add(ASpending.spent("long-ago", 1, "a", 0.04, NOON.minus(Duration.ofDays(1))));
        assertEquals(List.of("t"), decided.starts());
    }

    @Test
    void aTaskOverItsOwnBudgetIsGivenUpAndNotParked() throws Exception {
        Decided decided = of(ATeam.of("a"), ACard.of("t").budget(0.05));
        decided.spending.add(ASpending.spent("t", 1, "a", 0.04, NOON));
        assertEquals(List.of("t"), decided.starts(), "what is left of it is used");
        decided.spending.add(ASpending.spent("t", 2, "a", 0.04, NOON));
        assertEquals(
                List.of(new Move.GiveUp("t", "its budget is used up: $0.08 of $0.05 spent (`usd_per_task`)")),
                decided.moves());
    }

    @Test
    void aTreeSpendsTogetherByWhatItsRootSays() throws Exception {
        Decided decided = of(
                ATeam.of("a"),
                ACard.of("root").in(State.RUNNING).budget(TREE, 0.10),
                ACard.of("child").root("root"),
                ACard.of("other"));
        decided.spending.add(new Spent(NOON, TODAY, "sister", "root", "s", 1, "b", ASpending.usage(0.11)));
        assertEquals(List.of("other"), decided.starts());
        assertEquals(
                "the budget of the tree of root is used up: $0.11 of $0.10 spent (`usd_per_tree`)",
                ((Move.GiveUp) decided.moves().stream()
                                .filter(move -> move.id().equals("child"))
                                .findFirst()
                                .orElseThrow())
                        .reason());
    }

    @Test
    void aTaskNarrowsWhatItsAgentMaySpendAndNeverWidensIt() throws Exception {
        ATeam team = ATeam.of("b").agent("a", 9, null, ATeam.usd(TASK, 0.05)).budget(ATeam.usd(TASK, 1));
        Decided decided = of(team, ACard.of("t").budget(9), ACard.of("u").agent("b"));
        decided.spending.add(ASpending.spent("t", 1, "a", 0.06, NOON));
        decided.spending.add(ASpending.spent("u", 1, "b", 0.06, NOON));
        assertEquals(List.of("u"), decided.starts());
    }

    @Test
    void tokensCountThoughTheyHaveNoPrice() throws Exception {
        ATeam team = ATeam.of("a").budget(new Budget(Map.of(DAY, 1_000_000L), Map.of(DAY, 2000L)));
        Decided decided = of(team, ACard.of("t"));
        decided.spending.add(
                new Spent(NOON, TODAY, "x", "x", "x", 1, "a", new Usage(1500, 0, 100, null, "unheard-of")));
        assertEquals(
                "the budget of the workspace in 2026-11-20 is used up: 1600 tokens of 2000 tokens spent,"
                        + " and a run takes about 1600 tokens (`tokens_per_day`)",
                parked(decided).because().reason());
    }

    @Test
    void asManyGoOnAsThereIsSomethingToSpendFor() throws Exception {
        ATeam team = ATeam.of("a").budget(ATeam.usd(DAY, 0.10));
        Decided decided = spent(
                of(
                        team,
                        ACard.of("t").waiting(Cause.BUDGET, MIDNIGHT),
                        ACard.of("u").waiting(Cause.BUDGET, MIDNIGHT),
                        ACard.of("v").waiting(Cause.BUDGET, MIDNIGHT)),
                "a",
                0.04,
                0.04);
        assertEquals(List.of(), decided.moves());
        assertEquals(MIDNIGHT, Decision.nextChange(decided.view()));
        decided.now = MIDNIGHT;
        assertEquals(List.of(new Move.Release("t"), new Move.Release("u")), decided.moves());
    }

    @Test
    void aBudgetThatIsRaisedLetsThemGoOnAtOnce() throws Exception {
        Decided decided = spent(
                of(ATeam.of("a").budget(ATeam.usd(DAY, 0.10)), ACard.of("t").waiting(Cause.BUDGET, MIDNIGHT)),
                "a",
                0.08);
        assertEquals(List.of(), decided.moves());
        decided.team = ATeam.of("a").budget(ATeam.usd(DAY, 0.50)).team();
        assertEquals(List.of(new Move.Release("t")), decided.moves());
    }

    @Test
    void aClockThatIsSetBackRefillsNothing() throws Exception {
        ATeam team = ATeam.of("a").budget(ATeam.usd(DAY, 0.10));
        Decided decided = spent(of(team, ACard.of("t")), "a", 0.10);
        decided.now = NOON.minus(Duration.ofDays(40));
        assertEquals(MIDNIGHT, parked(decided).because().until());
    }

    @Test
    void aProviderThatAskedToBeLeftAloneIsLeftAloneByAllWhoAskIt() {
        Decided decided = of(
                ATeam.of("a", "b"),
                ACard.of("t").model("anthropic/claude-sonnet-4-5"),
                ACard.of("u").agent("b").model("anthropic/claude-haiku-4-5"),
                ACard.of("v").agent("b").model("openai/gpt-5"));
        decided.pauses.told("anthropic", Duration.ofSeconds(90), NOON, NOON);
        assertEquals(List.of("v"), decided.starts());
        Move.Park park = parked(decided);
        assertEquals(Cause.PAUSE, park.because().cause());
        assertEquals(NOON.plusSeconds(90), park.because().until());
        decided.now = NOON.plusSeconds(90);
        assertEquals(List.of("t", "u", "v"), decided.starts());
    }

    @Test
    void withoutABudgetNothingIsAsked() {
        Decided decided = of(ATeam.of("a"), ACard.of("t"));
        assertNull(decided.budgets().refusalNow(decided.board.get("t")));
        assertEquals(List.of(), decided.budgets().bounds(decided.board.get("t")));
    }
}
