package dev.reeve.supervisor;

import dev.reeve.cost.Prices;
import dev.reeve.cost.PricesFile;
import dev.reeve.files.Stat;
import dev.reeve.task.Usage;
import dev.reeve.text.Parsed;
import dev.reeve.text.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The prices in force. They are looked at only when a program tells tokens and no cost. */
final class PriceList {

    private static final String PROBLEM = "prices";

    private final Kit kit;
    private final Set<String> missed = new HashSet<>();
    private Prices builtIn;
    private Prices prices;
    private Stat lastLook;

    PriceList(Kit kit) {
        this.kit = kit;
    }

    /** The same usage with its cost, as far as that is known. */
    Usage priced(Usage usage) throws IOException {
        if (usage.cost() != null || usage.tokens() == 0) {
            return usage;
        }
        look();
        Usage priced = prices.priced(usage);
        if (priced.cost() == null && missed.add(String.valueOf(usage.model()))) {
            String which = usage.model() == null
                    ? "a program told how many tokens it took, and of no model"
                    : "model " + Quoted.of(usage.model()) + " has no price";
            kit.audit()
                    .alert(
                            Alert.Kind.PROBLEM,
                            "prices.yaml",
                            which + ": what it costs is not known, and budgets in money do not see it; those in tokens"
                                    + " do. Name its price in prices.yaml");
        }
        return priced;
    }

    private void look() throws IOException {
        if (builtIn == null) {
            builtIn = PricesFile.builtIn();
            prices = builtIn;
        }
        Path file = kit.workspace().prices();
        Stat stat = kit.disk().stat(file);
        if (stat == null ? lastLook == null : stat.equals(lastLook)) {
            return;
        }
        lastLook = stat;
        byte[] content = kit.durable().readIfThere(file, PricesFile.LIMIT + 1);
        if (content == null) {
            prices = builtIn;
            kit.problems().clear(PROBLEM);
            return;
        }
        Parsed<Prices> parsed = PricesFile.read("prices.yaml", content);
        if (parsed instanceof Parsed.Good<Prices> good) {
            prices = good.value().over(builtIn);
            kit.problems().clear(PROBLEM);
        } else {
            kit.problems()
                    .raise(
                            PROBLEM,
                            "prices.yaml",
                            "it can't be understood, and the prices before it stay in force: "
                                    + parsed.problems().get(0));
        }
    }
}
