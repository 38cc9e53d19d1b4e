package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Why tasks wait now, where that is not any more why they began to: a budget was raised and another one keeps them, a file
 * was mended and something else is wrong. Their records keep the first reason; the status and {@code why.md} have this one.
 */
final class PresentReasons {

    /** Those further back of an agent wait for these. */
    private static final int FIRST = 50;

    private record Changed(Wait first, Wait now) {}

    private final Kit kit;
    private final Ledger ledger;
    private final Breakers breakers;
    private final Spending spending;
    private Map<String, Changed> changed = new HashMap<>();

    PresentReasons(Kit kit, Ledger ledger, Breakers breakers, Spending spending) {
        this.kit = kit;
        this.ledger = ledger;
        this.breakers = breakers;
        this.spending = spending;
    }

    Wait of(Card card) {
        Changed other = changed.get(card.id());
        // the same object: it may have gone on, and wait anew
        return other != null && other.first() == card.waitsFor() ? other.now() : card.waitsFor();
    }

    /** Looks at the first of each agent, and writes the pages that have changed. */
    void look() {
        Instant now = kit.time().now();
        Budgets budgets = ledger.budgets(kit.team().get(), spending, now);
        Map<String, Changed> still = new HashMap<>();
        look(ledger.board().waitingForBudget().values(), card -> ofBudget(card, budgets), still);
        look(ledger.board().waitingForAgent().values(), this::ofAgent, still);
        changed = still;
    }

    @FunctionalInterface
    private interface Reason {
        /** @return null if nothing keeps it any more: it is about to go on */
        Wait of(Card card);
    }

    private void look(Collection<NavigableSet<Card>> lanes, Reason reason, Map<String, Changed> still) {
        for (NavigableSet<Card> lane : lanes) {
            lane.stream()
                    .limit(FIRST)
                    .filter(card -> !ledger.isTroubled(card.id()))
                    .forEach(card -> {
                        Wait before = of(card);
                        Wait now = reason.of(card);
                        Wait told =
                                now == null || now.reason().equals(before.reason()) || !write(card, now) ? before : now;
                        if (!told.reason().equals(card.waitsFor().reason())) {
                            still.put(card.id(), new Changed(card.waitsFor(), told));
                        }
                    });
        }
    }

    private Wait ofBudget(Card card, Budgets budgets) {
        Budgets.Refusal refusal = budgets.refusalNow(card);
        return refusal == null ? null : because(card, refusal.reason(), refusal.until());
    }

    private Wait ofAgent(Card card) {
        Unfit unfit = kit.team().get().whyUnfit(card.agent());
        Instant open = breakers.openUntil(card.agent());
        if (unfit != null) {
            return because(card, unfit.words(), null);
        }
        return open == null
                ? null
                : because(card, "the breaker of agent " + card.agent() + " is open until " + open, open);
    }

    private static Wait because(Card card, String reason, Instant until) {
        return new Wait(card.waitsFor().cause(), reason, until, card.waitsFor().on());
    }

    private boolean write(Card card, Wait now) {
        TaskFolder folder = kit.workspace().task(State.WAITING, card.id());
        try {
            TaskRecord record = TaskRecords.read(kit.disk(), folder);
            if (record == null || record.waitsFor() == null) {
                return false;
            }
            String page = Why.waits().page(record.change().waitsFor(now).done());
            kit.durable().replace(folder.why(), page.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            // it is on its way elsewhere, or the disk is full: the next look tries again
            return false;
        }
    }
}
