package dev.reeve.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program to start: the whole of its environment, and files for its three streams. */
public record Spawn(
        List<String> argv, Path directory, Map<String, String> environment, Path stdin, Path stdout, Path stderr) {

    /** Names of variables only: their values may be secrets. */
    @Override
    public String toString() {
        return "Spawn[" + argv + " in " + directory + ", variables " + environment.keySet() + "]";
    }
}
