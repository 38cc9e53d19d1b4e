package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cost.Account;
import dev.reeve.task.Budget;
import dev.reeve.task.Budget.Per;
import dev.reeve.task.Budget.Unit;
import dev.reeve.task.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a start is within all budgets, at one moment: a plain function of what was spent, of what is at work, and of what
 * files say.
 *
 * <p>A start is allowed if what was spent, what those at work have reserved, and what it is expected to cost are within
 * each bound together. What nothing was spent of yet allows one start, so that a budget smaller than a usual run is not
 * one of nothing. A task's own bound is the most that is expected of it, and so is used to its end.
 */
final class Budgets {

    private final Team team;
    private final Board board;
    private final Spending spending;
    private final LocalDate day;
    private final List<Reserved> reserved;

    /** What one that is at work has used, or is expected to use, of an account. */
    private record Reserved(List<Account> accounts, long money, long tokens) {

        long of(Bound bound) {
            return !accounts.contains(bound.account()) ? 0 : bound.unit() == Unit.MONEY ? money : tokens;
        }
    }

    /** Why a start is refused. @param until when the bound is refilled; null if by no clock */
    record Refusal(Bound bound, String reason, Instant until) {}

    Budgets(Team team, Board board, Spending spending, Instant now) {
        this(team, board, spending, spending.day(now), List.of());
    }

    private Budgets(Team team, Board board, Spending spending, LocalDate day, List<Reserved> reserved) {
        this.team = team;
        this.board = board;
        this.spending = spending;
        this.day = day;
        this.reserved = new ArrayList<>(reserved);
    }

    /** A copy to try things on. */
    Budgets copy() {
        return new Budgets(team, board, spending, day, reserved);
    }

    /** All bounds that a run of this task has to keep to, those first that nothing refills. */
    List<Bound> bounds(Card card) {
        List<Bound> bounds = new ArrayList<>();
        for (Account account : accounts(card)) {
            for (Unit unit : Unit.values()) {
                Long most = most(card, account, unit);
                if (most != null) {
                    bounds.add(new Bound(account, unit, most));
                }
            }
        }
        return bounds;
    }

    private List<Account> accounts(Card card) {
        return Account.of(card.id(), card.root(), card.agent(), day);
    }

    private Long most(Card card, Account account, Unit unit) {
        Budget all = team.settings().budget();
        return switch (account.per()) {
            case TASK -> most(card, unit, Per.TASK);
            case TREE -> {
                Card root = card.root().equals(card.id()) ? card : board.get(card.root());
                yield root == null ? all.most(unit, Per.TREE) : most(root, unit, Per.TREE);
            }
            case DAY, MONTH -> (account.isOfAll() ? all : of(card.agent())).most(unit, account.per());
        };
    }

    private Budget of(String agent) {
        AgentConfig config = team.config(agent);
        return config == null ? Budget.NONE : config.budget();
    }

    /** The task's own, but no more than its agent's, which stands in place of the workspace's. */
    private Long most(Card card, Unit unit, Per per) {
        Long usual = usual(team, card.agent(), unit, per);
        Long own = card.budget() == null ? null : card.budget().most(unit, per);
        return own == null || usual != null && usual < own ? usual : own;
    }

    /** Of a task or a tree of this agent that says nothing of it; null if there is no bound. */
    static Long usual(Team team, String agent, Unit unit, Per per) {
        AgentConfig config = team.config(agent);
        Long agents = config == null ? null : config.budget().most(unit, per);
        return agents != null ? agents : team.settings().budget().most(unit, per);
    }

    /** Whatever is reserved by others: why it can't start before something is refilled; null if it could. */
    Refusal refusal(Card card) {
        return refusal(card, List.of());
    }

    /** With what is reserved by others: why it can't start now; null if it can. */
    Refusal refusalNow(Card card) {
        return refusal(card, reserved);
    }

    private Refusal refusal(Card card, List<Reserved> others) {
        if (isFree(card)) {
            return null;
        }
        for (Bound bound : bounds(card)) {
            long spent = spending.of(bound.account()).of(bound.unit());
            long taken = others.stream().mapToLong(one -> one.of(bound)).sum();
            long expected = expected(card, bound.unit());
            if (spent + taken > 0 && (spent + taken >= bound.most() || spent + taken + expected > bound.most())) {
                return new Refusal(bound, reason(bound, spent, taken, expected), refilled(bound));
            }
        }
        return null;
    }

    /** A check of an answer asks no model. */
    private static boolean isFree(Card card) {
        return card.gate() != null;
    }

    /** What its next run is expected to take. */
    private long expected(Card card, Unit unit) {
        Long median = spending.median(card.agent(), unit);
        Long cap = most(card, unit, Per.TASK);
        Long left = cap == null
                ? null
                : Long.valueOf(
                        Math.max(0, cap - spending.of(Account.ofTask(card.id())).of(unit)));
        if (median == null || left == null) {
            return median != null ? median : left != null ? left : 0;
        }
        return Math.min(median, left);
    }

    private static String reason(Bound bound, long spent, long taken, long expected) {
        Unit unit = bound.unit();
        StringBuilder words = new StringBuilder(bound.words()).append(" is used up: ");
        words.append(unit.words(spent))
                .append(" of ")
                .append(unit.words(bound.most()))
                .append(" spent");
        if (taken > 0) {
            words.append(", ").append(unit.words(taken)).append(" reserved for what is at work");
        }
        if (spent + taken < bound.most()) {
            words.append(", and a run takes about ").append(unit.words(expected));
        }
        return words.append(" (`").append(bound.key()).append("`)").toString();
    }

    private Instant refilled(Bound bound) {
        LocalDate next = switch (bound.account().per()) {
            case TASK, TREE -> null;
            case DAY -> day.plusDays(1);
            case MONTH -> day.plusMonths(1).withDayOfMonth(1);
        };
        return next == null ? null : next.atStartOfDay(team.settings().zone()).toInstant();
    }

    /** When a new day begins for those who wait for it. */
    Instant nextDay() {
        return day.plusDays(1).atStartOfDay(team.settings().zone()).toInstant();
    }

    /** It is started. */
    void reserve(Card card) {
        reserve(card, Usage.NONE, false);
    }

    /**
     * It is at work.
     *
     * @param used what it has told so far
     * @param waits it waits for its children: whoever waited for what it has reserved could wait for ever
     */
    void reserve(Card card, Usage used, boolean waits) {
        if (isFree(card) || bounds(card).isEmpty()) {
            return;
        }
        long money = waits ? 0 : expected(card, Unit.MONEY);
        long tokens = waits ? 0 : expected(card, Unit.TOKENS);
        reserved.add(new Reserved(
                accounts(card), Math.max(money, used.of(Unit.MONEY)), Math.max(tokens, used.of(Unit.TOKENS))));
    }

    /** It is at work, and has used this so far. */
    void use(Card card, Usage used) {
        reserved.add(new Reserved(accounts(card), used.of(Unit.MONEY), used.of(Unit.TOKENS)));
    }

    /** The first of these that is exceeded by what was spent together with what is used; null if none is. */
    Refusal exceeded(List<Bound> bounds) {
        for (Bound bound : bounds) {
            long spent = spent(bound)
                    + reserved.stream().mapToLong(one -> one.of(bound)).sum();
            if (spent > bound.most()) {
                return new Refusal(
                        bound,
                        bound.words() + " is exceeded: " + bound.unit().words(spent) + " of "
                                + bound.unit().words(bound.most()) + " spent (`" + bound.key() + "`)",
                        refilled(bound));
            }
        }
        return null;
    }

    /** What was spent of a bound, by runs that have ended. */
    long spent(Bound bound) {
        return spending.of(bound.account()).of(bound.unit());
    }

    /** Why a task that has just ended an attempt can't have another, whatever it waits for; null if it can. */
    String usedUp(Card card) {
        Refusal refusal = refusal(card);
        return refusal == null || !refusal.bound().isForGood() ? null : refusal.reason();
    }
}
