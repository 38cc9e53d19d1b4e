package dev.reeve.cli.service;

import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be kept running, for whom.
 *
 * @param launcher the program {@code reeve}
 * @param home the user's own folder
 * @param environment of the user, from which only {@link #variables} is taken
 */
record Supervised(Workspace workspace, Path launcher, Path home, Map<String, String> environment) {

    /** The workspace's own name, of letters that a label or a unit may have. */
    String safeName() {
        Path name = workspace.root().getFileName();
        return (name == null ? "root" : name.toString()).replaceAll("[^A-Za-z0-9_-]+", "-");
    }

    /** What the supervisor needs to find programs as the user finds them. No secret stands in any of these. */
    SortedMap<String, String> variables() {
        SortedMap<String, String> variables = new TreeMap<>();
        for (String name : new String[] {"PATH", "JAVA_HOME", "LANG"}) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                variables.put(name, value);
            }
        }
        variables.put("HOME", home.toString());
        return variables;
    }

    /** @return a path or value that no definition can hold, or null */
    String unwritable() {
        SortedMap<String, String> texts = variables();
        texts.put("workspace", workspace.root().toString());
        texts.put("launcher", launcher.toString());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue().chars().anyMatch(Character::isISOControl)) {
                return text.getKey();
            }
        }
        return null;
    }
}
