package dev.reeve.supervisor;

import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which places the queued tasks are missing, for the status and for a {@code why.md} in the folders of those that stand
 * first. The page appears after some seconds in the queue only: a task that starts at once needs no reason.
 */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Those further back wait for these. */
    private static final int FIRST = 50;

    private final Kit kit;
    private final Ledger ledger;
    private final Breakers breakers;
    private final Rates rates;
    private final Spending spending;
    private final PresentReasons reasons;
    private final Map<String, String> written = new HashMap<>();

    Waiting(Kit kit, Ledger ledger, Breakers breakers, Rates rates, Spending spending) {
        this.kit = kit;
        this.ledger = ledger;
        this.breakers = breakers;
        this.rates = rates;
        this.spending = spending;
        this.reasons = new PresentReasons(kit, ledger, breakers, spending);
    }

    /** The first of the queue, in their turn. */
    List<Card> first() {
        TreeSet<Card> first = new TreeSet<>(Card.TURN);
        for (var lane : ledger.board().lanes().values()) {
            int most = FIRST;
            for (Card card : lane) {
                if (most-- == 0) {
                    break;
                }
                first.add(card);
            }
        }
        return first.stream().limit(FIRST).toList();
    }

    /** The places that it is missing, a sentence each; empty if it is just about to start. */
    List<String> missing(Card card) {
        Team team = kit.team().get();
        Lane lane = Lane.of(card);
        Instant now = kit.time().now();
        List<String> sentences = new ArrayList<>();
        for (Resource resource : ledger.places()
                .missing(lane.needs(team, breakers), ledger.board().lineage(card.id()), team::width)) {
            Set<String> holders = ledger.places().holders(resource);
            sentences.add(resource.words() + ": " + holders.size() + " of " + team.width(resource) + " taken"
                    + (holders.isEmpty()
                            ? ""
                            : " by "
                                    + String.join(
                                            ", ", holders.stream().limit(5).toList())));
        }
        Instant until = rates.blockedUntil(lane, team, now);
        if (until != null) {
            sentences.add(rates.words(lane, team, now) + "; the next at " + until);
        }
        Budgets.Refusal refusal = ledger.budgets(team, spending, now).refusalNow(card);
        if (refusal != null) {
            sentences.add(refusal.reason());
        }
        return sentences;
    }

    /** Why one in {@code waiting/} is there now. */
    Wait because(Card card) {
        return reasons.of(card);
    }

    /** Writes the pages that have changed. They are no record: they are made again from memory. */
    void explain(boolean stopped) {
        reasons.look();
        Instant now = kit.time().now();
        Map<String, String> still = new HashMap<>();
        for (Card card : first()) {
            // of one whose step was cut off the page is that of the step
            if (ledger.isTroubled(card.id()) || card.queuedAt().plus(PATIENCE).isAfter(now)) {
                continue;
            }
            List<String> missing = stopped ? List.of("the file STOP keeps anything from starting") : missing(card);
            if (missing.isEmpty()) {
                continue;
            }
            String page = page(card, missing);
            if (page.equals(written.get(card.id())) || write(card, page)) {
                still.put(card.id(), page);
            }
        }
        written.keySet().stream().filter(id -> !still.containsKey(id)).forEach(this::withdraw);
        written.clear();
        written.putAll(still);
    }

    private boolean write(Card card, String page) {
        try {
            kit.durable().replaceUnforced(folder(card.id()).why(), page.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            // it is on its way elsewhere, or the disk is full: STATUS.md tells the same
            return false;
        }
    }

    /** It does not stand among the first any more, but still in the queue: what the page says may be wrong by now. */
    private void withdraw(String id) {
        Card card = ledger.board().get(id);
        if (card == null || card.where().state() != State.QUEUE || ledger.isTroubled(id)) {
            return;
        }
        try {
            kit.disk().remove(folder(id).why());
        } catch (IOException e) {
            // nobody wrote it, or it is on its way elsewhere: STATUS.md tells the same
        }
    }

    private TaskFolder folder(String id) {
        return kit.workspace().task(State.QUEUE, id);
    }

    private static String page(Card card, List<String> missing) {
        StringBuilder page =
                new StringBuilder("# Queued: " + card.label() + "\n\nIt starts as soon as it gets these places:\n\n");
        missing.forEach(sentence -> page.append("- ").append(sentence).append('\n'));
        return page.append("""

                Look at all of it:   reeve status   (or: cat STATUS.md)
                Park it:             reeve hold %1$s     (or: mv queue/%1$s held/)
                Cancel it:           rm -r queue/%1$s
                """.formatted(card.id())).toString();
    }
}
