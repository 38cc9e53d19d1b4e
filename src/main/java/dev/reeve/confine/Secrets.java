package dev.reeve.confine;

import dev.reeve.agent.Credential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The credentials of an agent, as they are at this moment. They go into the environment of one process, and nowhere else.
 *
 * @param variables all of them, with their values
 * @param hidden those of them whose value is a secret: a path is none
 * @param paths the files and folders that its processes have to read themselves
 */
public record Secrets(Map<String, String> variables, Map<String, String> hidden, List<Path> paths) {

    public static final Secrets NONE = new Secrets(Map.of(), Map.of(), List.of());

    public Secrets {
        variables = Map.copyOf(variables);
        hidden = Map.copyOf(hidden);
        paths = List.copyOf(paths);
    }

    /**
     * Looks all of them up anew.
     *
     * @param agent whose they are
     * @throws Missing at the first that is not to be had; it says what to do
     */
    public static Secrets of(String agent, Map<String, Credential> credentials, CredentialSource source)
            throws Missing {
        Map<String, String> variables = new TreeMap<>();
        Map<String, String> hidden = new TreeMap<>();
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, Credential> each : new TreeMap<>(credentials).entrySet()) {
            String value = value(agent, each.getKey(), each.getValue(), source);
            variables.put(each.getKey(), value);
            if (each.getValue() instanceof Credential.AsPath) {
                paths.add(Path.of(value));
            } else {
                hidden.put(each.getKey(), value);
            }
        }
        return new Secrets(variables, hidden, paths);
    }

    /** Those that are to be had, for hiding what a process may have been given. */
    public static Secrets available(Map<String, Credential> credentials, CredentialSource source) {
        Map<String, String> hidden = new TreeMap<>();
        credentials.forEach((name, credential) -> {
            if (!(credential instanceof Credential.AsPath)) {
                try {
                    hidden.put(name, source.value(credential));
                } catch (CredentialSource.NotThere e) {
                    // nobody knows any more what it was
                }
            }
        });
        return new Secrets(Map.of(), hidden, List.of());
    }

    private static String value(String agent, String variable, Credential credential, CredentialSource source)
            throws Missing {
        try {
            return source.value(credential);
        } catch (CredentialSource.NotThere e) {
            throw new Missing("agent " + agent + " has no credential " + variable + ": `" + credential.words() + "` in"
                    + " its agent.yaml " + e.getMessage());
        }
    }

    /** A credential that is not to be had; the message has its name, and never its value. */
    public static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }

    /** Names only. */
    @Override
    public String toString() {
        return "Secrets" + variables.keySet();
    }
}
