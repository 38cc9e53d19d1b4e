package dev.reeve.supervisor;

import dev.reeve.agent.CommandPath;
import dev.reeve.files.Json;
import dev.reeve.files.Programs;
import dev.reeve.launch.Environment;
import dev.reeve.launch.Errand;
import dev.reeve.text.Quoted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code alert_command} of reeve.yaml, and what it is given. */
final class AlarmCall {

    static final String KEY = "alert_command";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One line on a screen. */
    private static final int LINE = 300;

    private final Kit kit;
    private final Map<String, String> own;
    private final Path reeve;
    private final Programs programs;
    private final Runnable wake;
    private final BooleanSupplier known;

    /**
     * @param own the supervisor's own variables
     * @param known false while reeve.yaml was never understood
     */
    AlarmCall(Kit kit, Map<String, String> own, Path reeve, Programs programs, BooleanSupplier known, Runnable wake) {
        this.kit = kit;
        this.own = own;
        this.reeve = reeve;
        this.programs = programs;
        this.wake = wake;
        this.known = known;
    }

    private List<String> words() {
        return kit.team().get().settings().alertCommand();
    }

    /** False while nobody knows whether there is one. */
    boolean isKnown() {
        return known.getAsBoolean();
    }

    boolean isSet() {
        return !words().isEmpty();
    }

    /** @return null if there is no such program */
    Errand errand(List<ObjectNode> alerts, boolean again) {
        Map<String, String> environment = environment();
        if (!(path(environment) instanceof CommandPath.Found found)) {
            return null;
        }
        List<String> argv = new ArrayList<>(words());
        argv.set(0, found.program().toString());
        environment.put(Environment.ALERT, line(alerts));
        ObjectNode input = Json.object();
        input.put("workspace", kit.workspace().root().toString());
        input.put("text", line(alerts));
        input.put("again", again);
        ArrayNode list = input.putArray("alerts");
        alerts.forEach(list::add);
        return new Errand(argv, kit.workspace().root(), environment, Json.line(input) + "\n", PATIENCE);
    }

    /** Nothing that could be a secret: not what {@code pass_env} names either. */
    private Map<String, String> environment() {
        return Environment.ofCommand(own, List.of(), reeve, kit.workspace());
    }

    private CommandPath path(Map<String, String> environment) {
        return CommandPath.find(
                words().get(0), kit.workspace().root(), "the workspace", environment.get("PATH"), programs);
    }

    /** Why there is no errand. */
    String missing() {
        return path(environment()) instanceof CommandPath.NotFound missing
                ? missing.reason()
                : "it came to be just now";
    }

    Future<Errand.Outcome> begin(Errand errand) {
        return kit.processes().begin(errand, wake);
    }

    /** The newest trouble that is not over, and how many there are besides. */
    private static String line(List<ObjectNode> alerts) {
        ObjectNode shown = alerts.get(0);
        for (ObjectNode alert : alerts) {
            shown = alert.has("ended") ? shown : alert;
        }
        String text =
                (shown.has("ended") ? "over: " : "") + Json.text(shown, "where") + ": " + Json.text(shown, "what");
        text = text.replace('\n', ' ');
        text = text.length() > LINE ? text.substring(0, LINE) + " …" : text;
        return alerts.size() == 1 ? text : text + " (and " + (alerts.size() - 1) + " more)";
    }

    /** The last of what it printed. */
    static String tail(String said) {
        String text = Quoted.harmless(said.strip()).replace('\n', ' ');
        return text.length() > LINE ? "… " + text.substring(text.length() - LINE) : text;
    }
}
