package dev.reeve.supervisor;

import dev.reeve.task.Budget;
import dev.reeve.task.Budget.Per;
import dev.reeve.task.Budget.Unit;
import java.util.ArrayList;
import java.util.List;

/** What a task asks to spend beyond what it may: it may narrow what its agent may spend, and never widen it. */
final class OverBudget {

    private OverBudget() {}

    /** @param child true if a task asks for it, which has a tree already */
    static List<String> problems(DroppedTask task, String agent, boolean child, Team team) {
        List<String> problems = new ArrayList<>();
        Budget budget = task.spec().bounds().budget();
        if (budget == null) {
            return problems;
        }
        for (Unit unit : Unit.values()) {
            for (Per per : List.of(Per.TASK, Per.TREE)) {
                Long own = budget.most(unit, per);
                Long most = Budgets.usual(team, agent, unit, per);
                if (own != null && child && per == Per.TREE) {
                    problems.add(task.problem(
                            "budget",
                            "`" + unit.key(per) + "` is for a task that nobody asked for",
                            "leave it out: what is spent here counts for the tree of its root"));
                } else if (own != null && most != null && own > most) {
                    problems.add(task.problem(
                            "budget",
                            "`" + unit.key(per) + "` is " + unit.words(own) + ", more than a task of agent `" + agent
                                    + "` may spend",
                            "expected at most " + unit.words(most)));
                }
            }
        }
        return problems;
    }
}
