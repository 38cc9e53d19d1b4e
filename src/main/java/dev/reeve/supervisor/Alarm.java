package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.launch.Errand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands the alerts to the {@code alert_command}: what has come since the last time, together, and one call at a time.
 *
 * <p>A call is written down before it begins and when it has ended well. One that was not seen to end well, for whatever
 * reason, is made once more and then never again: an alert may come twice, and a command that kills its supervisor is not
 * called for ever.
 */
final class Alarm {

    private static final int TRIES = 2;

    /** What comes within that is joined: troubles seldom come alone. */
    private static final Duration GATHER = Duration.ofSeconds(1);

    private static final Duration APART = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(60);

    /** Of the log that is handed over at once, some thousand alerts; then the next ones. */
    private static final int MOST = 512 << 10;

    /** One call. @param direct those among them that the disk has refused */
    private record Call(Future<Errand.Outcome> outcome, List<String> direct) {}

    private final Kit kit;
    private final AlertLog log;
    private final AlarmCall command;
    private final Set<String> given = new HashSet<>();
    private AlarmCursor cursor;
    private boolean unkept;
    private Call running;
    private Long notBefore;
    private String failing;

    Alarm(Kit kit, AlertLog log, AlarmCall command) {
        this.kit = kit;
        this.log = log;
        this.command = command;
    }

    /** Before the first alert of this supervisor. What was told while there was no command is not handed over. */
    void recall() throws IOException {
        cursor = AlarmCursor.read(kit.durable(), kit.workspace());
        if (cursor != null && cursor.end() > log.size()) {
            // it is another file by now
            cursor = AlarmCursor.at(0);
        }
        begin();
    }

    private void begin() throws IOException {
        if (command.isSet() && cursor == null) {
            move(AlarmCursor.at(log.size()));
        }
    }

    /** One look. Nothing of it is in the way of anything else. */
    void step() {
        try {
            if (running != null && running.outcome.isDone()) {
                over();
            }
            if (running == null && command.isKnown()) {
                look();
            }
        } catch (IOException e) {
            failed("the alerts can't be handed over: " + Causes.words(e), "");
            rest(APART);
        }
    }

    private void look() throws IOException {
        if (!command.isSet()) {
            forget();
            log.rotate(kit.time().now());
            return;
        }
        begin();
        keep();
        if (log.size() < cursor.end()) {
            move(AlarmCursor.at(0));
        }
        if (!isAny()) {
            if (log.rotate(kit.time().now())) {
                move(AlarmCursor.at(0));
            }
            return;
        }
        if (notBefore == null) {
            rest(GATHER);
        }
        if (notBefore - kit.time().nanos() <= 0) {
            call();
        }
    }

    /** One that is set again begins with what comes then. */
    private void forget() throws IOException {
        if (cursor != null) {
            kit.durable().removeTree(kit.workspace().alarm());
            cursor = null;
        }
        unkept = false;
        failing = null;
        kit.problems().clear(AlarmCall.KEY);
    }

    private boolean isAny() throws IOException {
        return log.size() > cursor.offset() || !direct().isEmpty();
    }

    private List<ObjectNode> direct() {
        return log.unwritten().stream().filter(this::isForTheCommand).toList();
    }

    private boolean isForTheCommand(ObjectNode alert) {
        return !Alert.Kind.ALERT_COMMAND.word().equals(Json.text(alert, "kind"))
                && !given.contains(Json.text(alert, "id"));
    }

    private void call() throws IOException {
        boolean again = cursor.tries() > 0;
        int most = again ? (int) (cursor.end() - cursor.offset()) : MOST;
        if (again && cursor.tries() >= TRIES) {
            move(AlarmCursor.at(cursor.end()));
            return;
        }
        JsonLines.Stretch part = log.from(cursor.offset(), most);
        List<ObjectNode> alerts = new ArrayList<>();
        part.records().stream().filter(this::isForTheCommand).forEach(alerts::add);
        List<String> direct = new ArrayList<>();
        direct().forEach(alert -> {
            alerts.add(alert);
            direct.add(Json.text(alert, "id"));
        });
        if (alerts.isEmpty()) {
            move(AlarmCursor.at(part.end()));
            notBefore = null;
            return;
        }
        Errand errand = command.errand(alerts, again);
        if (errand == null) {
            failed(command.missing(), "");
            rest(AFTER_A_FAILURE);
            return;
        }
        move(cursor.begun(part.end()));
        running = new Call(command.begin(errand), direct);
    }

    private void over() throws IOException {
        Call call = running;
        running = null;
        String[] wrong = wrong(call.outcome);
        if (wrong == null) {
            failing = null;
            kit.problems().clear(AlarmCall.KEY);
        } else {
            failed(wrong[0], wrong[1]);
        }
        boolean enough = wrong == null || cursor.tries() >= TRIES;
        rest(wrong == null ? APART : AFTER_A_FAILURE);
        if (enough) {
            // of those that the disk refuses nothing else tells that they were given
            given.addAll(call.direct);
            move(AlarmCursor.at(cursor.end()));
        }
    }

    /** What went wrong, and the last of what it said; null if it ended well. */
    private static String[] wrong(Future<Errand.Outcome> outcome) {
        try {
            Errand.Outcome out = outcome.get();
            return out.exit() == 0
                    ? null
                    : new String[] {"exit status " + out.exit(), AlarmCall.tail(out.out() + out.err())};
        } catch (ExecutionException e) {
            return new String[] {
                e.getCause() instanceof IOException cause ? Causes.words(cause) : String.valueOf(e.getCause()), ""
            };
        } catch (InterruptedException e) {
            throw new IllegalStateException("it has ended, and is not waited for", e);
        }
    }

    /** The same failure again is not told again, whatever it printed this time. */
    private void failed(String reason, String said) {
        if (reason.equals(failing)) {
            return;
        }
        failing = reason;
        kit.problems()
                .raise(
                        Alert.Kind.ALERT_COMMAND,
                        AlarmCall.KEY,
                        "reeve.yaml",
                        "`alert_command` failed: " + reason + (said.isEmpty() ? "" : ". It said: " + said)
                                + ". Alerts are in logs/alerts.jsonl, whatever becomes of it");
    }

    private void rest(Duration rest) {
        notBefore = kit.time().nanos() + rest.toNanos();
    }

    /** On a full disk it is remembered, and written when there is room again: the alert has to come through now. */
    private void move(AlarmCursor next) {
        cursor = next;
        unkept = true;
        keep();
    }

    private void keep() {
        if (!unkept) {
            return;
        }
        try {
            cursor.write(kit.durable(), kit.workspace());
            unkept = false;
        } catch (IOException e) {
            // with the next look
        }
    }

    /** True while an alert is being handed over, or is about to be for the first time. */
    boolean isBusy() {
        try {
            return running != null || cursor != null && command.isSet() && failing == null && isAny();
        } catch (IOException e) {
            return false;
        }
    }

    /** How long until something is due; null if nothing is. */
    Duration next() {
        try {
            boolean waits = running == null && cursor != null && notBefore != null && isAny();
            return waits ? Duration.ofNanos(Math.max(0, notBefore - kit.time().nanos())) : null;
        } catch (IOException e) {
            return null;
        }
    }
}
