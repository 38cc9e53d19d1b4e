package dev.reeve.real;

import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** What differs between the programs for whoever tries them. */
interface RealProgram {

    String KEY = "THE_KEY";

    /** Its command, and its preset. */
    String name();

    /** What npm calls it. */
    String published();

    /** Its agent.yaml, with the key of its model's side in a credential. */
    String agent(StubModel model, Path key, RealWorkspace live) throws IOException;

    /** A line of a prompt that has it write a file with its own tool. */
    String write(Path file, String content);

    /** A line of a prompt that has it run a command. */
    String run(String command);

    /** More lines of its agent.yaml, without which it may not run just any command. */
    default String mayRun() {
        return "";
    }

    /** More lines of its agent.yaml, for a sandbox. */
    default String inSandbox() {
        return "";
    }

    /** Where in its home it keeps conversations; null if it keeps none. */
    String memory();

    /** True if it may be told to change nothing. */
    default boolean canOnlyRead() {
        return true;
    }

    /** False if it goes on trying for minutes when its model has no room for it. */
    default boolean givesUpWhenLimited() {
        return true;
    }

    /** @param pairs names and texts */
    static String call(String tool, String... pairs) {
        ObjectNode arguments = Json.object();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        return "STUB: call " + tool + " " + arguments + "\n";
    }
}
