package dev.reeve.cli;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Origin;
import dev.reeve.cli.call.Terminal;
import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;

/** The entry of the program. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Origin origin = Origin.ofThisProcess();
        SplittableRandom random = new SplittableRandom();
        Terminal terminal = new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                isTerminal(1),
                isTerminal(2),
                wantsColour(origin.environment()));
        Invocation invocation = new Invocation(
                terminal,
                System.in,
                origin,
                new Durable(new RealDisk(), random::nextLong),
                InstantSource.system(),
                Main::sleep,
                random::nextLong);
        System.exit(CommandTree.run(invocation, args));
    }

    private static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    /** Java tells only whether input and output both are terminals; Linux tells more, for each descriptor. */
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return System.console() != null;
        }
    }
}
