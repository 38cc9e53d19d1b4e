package dev.reeve.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small shell script that becomes a command as soon as the lock names it. */
public final class HoldScript {

    private static final String SHELL = "/bin/sh";
    private static final String NAME = "hold.sh";

    private HoldScript() {}

    public static List<String> around(Path lock, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                SHELL,
                "-c",
                script(),
                "reeve lock",
                lock.toString(),
                Long.toString(ProcessHandle.current().pid())));
        words.addAll(command);
        return words;
    }

    private static String script() throws IOException {
        try (InputStream in = HoldScript.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IOException(NAME + " is missing from this build of Reeve; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
