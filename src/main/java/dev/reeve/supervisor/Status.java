package dev.reeve.supervisor;

import dev.reeve.cost.Account;
import dev.reeve.cost.Sum;
import dev.reeve.files.Json;
import dev.reeve.task.Note;
import dev.reeve.task.Wait;
import dev.reeve.text.Money;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code status.json} and {@code STATUS.md}: what is going on right now, written at most once a second, and only when it
 * has changed.
 */
final class Status {

    private static final Duration APART = Duration.ofSeconds(1);
    private static final int SHOWN = 50;

    /** So often the numbers are written though nothing has changed: they tell that somebody is at work here. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(60);

    /** So long an alert of something that happened is shown. */
    private static final Duration RECENT = Duration.ofDays(1);

    private static final String[] ALERT = {"timestamp", "kind", "where", "what"};

    /** What is counted of a day, by its key. */
    static final Map<String, Action> COUNTED = counted();

    private final Kit kit;
    private final Ledger ledger;
    private final Waiting waiting;
    private final Spending spending;
    private final SupervisorFile self;
    private final Metrics metrics;
    private byte[] last = {};
    private long lastNumbers;
    private long lastWritten;
    private boolean never = true;

    Status(Kit kit, Ledger ledger, Waiting waiting, Spending spending, SupervisorFile self, Metrics metrics) {
        this.kit = kit;
        this.ledger = ledger;
        this.waiting = waiting;
        this.spending = spending;
        this.self = self;
        this.metrics = metrics;
    }

    /**
     * @param stop null, "stop" or "now"
     * @param scanned when all folders were last looked at; null before the first time
     * @return how long until it may be written, if it could not be yet; null if it is up to date
     */
    Duration show(String stop, boolean watching, int failed, Instant scanned, boolean force) {
        long nanos = kit.time().nanos();
        Duration since = Duration.ofNanos(nanos - lastWritten);
        if (!never && !force && since.compareTo(APART) < 0) {
            return APART.minus(since);
        }
        ObjectNode content = content(stop, watching, failed);
        byte[] now = Json.file(content);
        boolean same = Arrays.equals(now, last);
        if (same && nanos - lastNumbers < SIGN_OF_LIFE.toNanos()) {
            return null;
        }
        byte[] numbers = metrics.text(watching, stop != null, failed, scanned).getBytes(StandardCharsets.UTF_8);
        try {
            kit.durable().replaceUnforced(kit.workspace().metrics(), numbers);
            lastNumbers = nanos;
            if (same) {
                return null;
            }
            ObjectNode stamped = Json.object();
            stamped.put("timestamp", kit.time().now().toString());
            stamped.setAll(content);
            kit.durable().replaceUnforced(kit.workspace().statusJson(), Json.file(stamped));
            kit.durable()
                    .replaceUnforced(
                            kit.workspace().statusPage(), StatusPage.of(stamped).getBytes(StandardCharsets.UTF_8));
            last = now;
            kit.problems().clear("status");
        } catch (IOException e) {
            kit.problems().raise(Causes.alert(e), "status", "STATUS.md", "it can't be written: " + Causes.words(e));
        }
        lastWritten = nanos;
        never = false;
        return null;
    }

    private ObjectNode content(String stop, boolean watching, int failed) {
        Board board = ledger.board();
        ObjectNode status = Json.object();
        status.put("workspace", kit.workspace().root().toString());
        status.set("supervisor", self.brief());
        status.put("watch", watching ? "events" : "scanning");
        status.put("stop", stop);
        status.put("max_concurrent", kit.team().get().limits().maxConcurrent());
        ArrayNode active = status.putArray("active");
        for (Card card : board.in(State.RUNNING)) {
            active(active.addObject(), card);
        }
        status.put("queued_count", board.count(State.QUEUE));
        ArrayNode queued = status.putArray("queued");
        for (Card card : waiting.first()) {
            ObjectNode node = queued.addObject();
            names(node, card);
            node.put("priority", card.priority());
            node.put("requested_by", card.requestedBy());
            node.put("queued_at", card.queuedAt().toString());
            ArrayNode missing = node.putArray("missing");
            waiting.missing(card).forEach(missing::add);
        }
        status.put("waiting_count", board.count(State.WAITING));
        ArrayNode waits = status.putArray("waiting");
        board.in(State.WAITING).stream().limit(SHOWN).forEach(card -> waits(waits.addObject(), card));
        status.put("held_count", board.count(State.HELD));
        ArrayNode held = status.putArray("held");
        Stream.concat(board.asked().stream(), board.in(State.HELD).stream().filter(card -> card.question() == null))
                .limit(SHOWN)
                .forEach(card -> held(held.addObject(), card));
        status.put("failed_count", failed);
        ArrayNode problems = status.putArray("problems");
        for (Problems.Problem problem : kit.problems().current()) {
            ObjectNode node = problems.addObject();
            node.put("kind", problem.kind().word());
            node.put("where", problem.where());
            node.put("what", problem.what());
        }
        ArrayNode alerts = status.putArray("alerts");
        kit.audit().alerts().since(kit.time().now().minus(RECENT)).forEach(line -> {
            ObjectNode node = alerts.addObject();
            for (String key : ALERT) {
                Json.put(node, key, Json.text(line, key));
            }
        });
        status.set("today", today());
        return status;
    }

    private void active(ObjectNode node, Card card) {
        Live live = ledger.live(card.id());
        names(node, card);
        node.put("attempt", card.attempt());
        Json.put(node, "started_at", live == null ? null : live.startedAt);
        Json.put(node, "timeout_at", live == null ? null : live.timeoutAt());
        node.put("state", live != null && live.stop != null ? "stopping" : "running");
        Json.put(node, "parent", card.parent());
        if (ledger.places().lends(card.id())) {
            node.put("waiting_for_children", true);
        }
        if (live != null && live.told.retrying() != null) {
            node.put("retrying", live.told.retrying());
        }
        Note note = live == null || live.notes == null ? null : live.notes.last();
        if (note != null) {
            node.put("note", note.text());
        }
        if (note != null && note.percent() != null) {
            node.put("percent", note.percent());
        }
    }

    private static void names(ObjectNode node, Card card) {
        node.put("id", card.id());
        node.put("label", card.label());
        Json.put(node, "agent", card.agent());
        Json.put(node, "checks", card.gate() == null ? null : card.gate().words());
    }

    private static void held(ObjectNode node, Card card) {
        names(node, card);
        Json.put(node, "reason", card.why());
        if (card.question() != null) {
            node.put("asks", card.question().name().toLowerCase(Locale.ROOT));
            Json.put(node, "until", card.waitsFor().until());
        }
    }

    private void waits(ObjectNode node, Card card) {
        names(node, card);
        Wait wait = waiting.because(card);
        if (wait != null) {
            node.put("cause", wait.cause().name().toLowerCase(Locale.ROOT));
            node.put("reason", wait.reason());
            Json.put(node, "until", wait.until());
        }
    }

    private static Map<String, Action> counted() {
        Map<String, Action> counted = new LinkedHashMap<>();
        counted.put("accepted", Action.ACCEPT);
        counted.put("done", Action.FINISH);
        counted.put("failed", Action.FAIL);
        counted.put("retried", Action.RETRY);
        counted.put("rejected", Action.REJECT);
        return counted;
    }

    private ObjectNode today() {
        Today today = ledger.today();
        today.at(kit.today());
        ObjectNode node = Json.object();
        node.put("date", today.date());
        COUNTED.forEach((key, action) -> node.put(key, today.count(action)));
        Sum spent = spending.of(
                Account.ofDay(Account.WORKSPACE, spending.day(kit.time().now())));
        if (spent.attempts() > 0) {
            node.put("cost_usd", new BigDecimal(Money.plain(spent.cost())));
            node.put("tokens", spent.tokens());
        }
        return node;
    }
}
