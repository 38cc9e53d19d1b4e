package dev.reeve.supervisor;

import java.util.Map;
import java.util.TreeMap;

/**
 * reeve.yaml and agent.yaml as tests write them: everything quick, so that a test waits for conditions and not for
 * pauses. {@code -Dreeve.test.watch=off} lets each of these workspaces be supervised by scanning alone.
 */
public final class QuickFiles {

    private QuickFiles() {}

    /** @param more lines, which win over the usual ones */
    public static String settings(String more) {
        Map<String, String> usual =
                new TreeMap<>(Map.of("zone", "UTC", "settle", "20ms", "scan", "100ms", "grace", "300ms"));
        if ("off".equals(System.getProperty("reeve.test.watch"))) {
            usual.put("watch", "off");
        }
        return with(usual, more);
    }

    /** An agent that runs the script {@code run.sh} in its folder. */
    public static String agent(String more) {
        return with(Map.of("command", "[sh, run.sh]", "backoff", "10ms"), more);
    }

    private static String with(Map<String, String> usual, String more) {
        StringBuilder text = new StringBuilder(more);
        usual.forEach((key, value) -> {
            if (!more.startsWith(key + ":") && !more.contains("\n" + key + ":")) {
                text.append(key).append(": ").append(value).append('\n');
            }
        });
        return text.toString();
    }
}
