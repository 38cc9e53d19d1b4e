package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;

/**
 * Goes once through what the commands do, in a workspace that is thrown away. The build runs it to learn which classes
 * belong in the class-data archive; a command that fails here only starts slower later.
 */
@Command(name = "warm", hidden = true, description = "Goes through the commands once, for the class-data archive.")
final class WarmCommand implements Callable<Integer> {

    private final ToIntFunction<String[]> commandLine;

    /** @param commandLine runs a command in this very process, and shows nobody what it prints */
    WarmCommand(ToIntFunction<String[]> commandLine) {
        this.commandLine = commandLine;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("reeve-warm");
        try {
            String workspace = folder.resolve("workspace").toString();
            String state = workspace + "/shared/state.json";
            List<String[]> walk = List.of(
                    words("--version"),
                    words("--help"),
                    words("init", workspace),
                    words("init", workspace),
                    words("agent", "add", "-w", workspace, "other"),
                    words("check", "-w", workspace),
                    words("submit", "-w", workspace, "--agent", "hello", "Say hi"),
                    words("event", "-w", workspace, "note", "Say hi"),
                    words("status", "-w", workspace),
                    words("up", "-w", workspace, "--until-idle"),
                    words("status", "-w", workspace, "--json"),
                    words("show", "-w", workspace, "hello"),
                    words("show", "-w", workspace, "say-hi"),
                    words("trace", "-w", workspace, "say-hi"),
                    words("trace", "-w", workspace, "--json", "say-hi"),
                    words("status", "-w", workspace, "--children", "say-hi"),
                    words("logs", "-w", workspace, "say-hi"),
                    words("wait", "-w", workspace, "say-hi"),
                    words("send", "-w", workspace, "hello", "Hello"),
                    words("inbox", "-w", workspace, "hello"),
                    words("retry", "-w", workspace, "say-hi"),
                    words("hold", "-w", workspace, "say-hi"),
                    words("release", "-w", workspace, "say-hi"),
                    words("kill", "-w", workspace, "say-hi"),
                    words("answer", "-w", workspace, "say-hi", "yes"),
                    words("steer", "-w", workspace, "say-hi", "Say it twice"),
                    words("schedule", "-w", workspace),
                    words("state", "set", state, "some.key", "value"),
                    words("state", "merge", state, "{\"some\": {\"other\": 1}}"),
                    words("state", "get", state, "some"),
                    words("lock", state, "--", "true"),
                    words("install", "-w", workspace, "--dry-run"));
            walk.forEach(commandLine::applyAsInt);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        return Exit.DONE;
    }

    private static String[] words(String... words) {
        return words;
    }
}
