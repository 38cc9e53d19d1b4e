package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cost.Prices;
import dev.reeve.cost.PricesFile;
import dev.reeve.files.Disk;
import dev.reeve.task.Budget;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the prices, and which models a budget in money would not see. */
final class PriceCheck {

    private PriceCheck() {}

    static List<Problem> of(Disk disk, Workspace workspace, Configuration configuration) {
        List<Problem> problems = new ArrayList<>();
        Prices prices = PricesFile.builtIn();
        Parsed<Prices> own = own(disk, workspace);
        if (own instanceof Parsed.Good<Prices> good) {
            prices = good.value().over(prices);
        } else if (own != null) {
            problems.addAll(own.problems());
        }
        for (Reading<AgentConfig> agent : configuration.agents().values()) {
            AgentConfig config = agent.value();
            boolean hasNone = config != null && config.model() != null && prices.of(config.model()) == null;
            if (hasNone && (spendsMoney(config.budget()) || spendsMoney(budget(configuration)))) {
                problems.add(Problem.warning(
                        agent.file(),
                        agent.places().of("model"),
                        "`model`: " + Quoted.of(config.model()) + " has no price",
                        "unless its program tells the cost itself, budgets in money do not see it; name its price in"
                                + " prices.yaml, or bound its tokens"));
            }
        }
        return problems;
    }

    /** Null if there is none. */
    private static Parsed<Prices> own(Disk disk, Workspace workspace) {
        String file = workspace.shown(workspace.prices());
        try {
            if (disk.stat(workspace.prices()) == null) {
                return null;
            }
        } catch (IOException e) {
            // to read it says why
        }
        Parsed<byte[]> content = Contents.read(
                disk, workspace.prices(), file, PricesFile.LIMIT, "it is needed for prices of your own alone");
        return content instanceof Parsed.Good<byte[]> good
                ? PricesFile.read(file, good.value())
                : new Parsed.Bad<>(content.problems());
    }

    private static Budget budget(Configuration configuration) {
        return configuration.settings().value() == null
                ? Budget.NONE
                : configuration.settings().value().budget();
    }

    private static boolean spendsMoney(Budget budget) {
        return !budget.money().isEmpty();
    }
}
