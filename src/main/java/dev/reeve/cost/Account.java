package dev.reeve.cost;

import dev.reeve.task.Budget.Per;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Something over which spending is summed up.
 *
 * @param owner the id of a task or of the root of a tree, an agent, or nothing for the workspace
 * @param period the day or the month; null for a task and a tree, whose sums never end
 */
public record Account(Per per, String owner, String period) {

    /** The owner that the whole workspace is. */
    public static final String WORKSPACE = "";

    public static Account ofTask(String id) {
        return new Account(Per.TASK, id, null);
    }

    public static Account ofTree(String root) {
        return new Account(Per.TREE, root, null);
    }

    /** @param owner an agent, or {@link #WORKSPACE} */
    public static Account ofDay(String owner, LocalDate day) {
        return new Account(Per.DAY, owner, day.toString());
    }

    public static Account ofMonth(String owner, YearMonth month) {
        return new Account(Per.MONTH, owner, month.toString());
    }

    /** True of a period of the whole workspace. */
    public boolean isOfAll() {
        return owner.equals(WORKSPACE);
    }

    /** All to which this counts. */
    public static List<Account> of(Spent spent) {
        return of(spent.task(), spent.root(), spent.agent(), spent.day());
    }

    /** All to which an attempt of this task counts, those first that nothing refills. */
    public static List<Account> of(String task, String root, String agent, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return List.of(
                ofTask(task),
                ofTree(root),
                ofDay(agent, day),
                ofMonth(agent, month),
                ofDay(WORKSPACE, day),
                ofMonth(WORKSPACE, month));
    }

    /** As a person would name it. */
    public String words() {
        return switch (per) {
            case TASK -> "task " + owner;
            case TREE -> "the tree of " + owner;
            case DAY, MONTH -> (owner.isEmpty() ? "the workspace" : "agent " + owner) + " in " + period;
        };
    }
}
