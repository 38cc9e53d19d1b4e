package dev.reeve.cli;

import dev.reeve.cli.setup.MachinePrograms;
import dev.reeve.cli.setup.Programs;
import dev.reeve.cli.setup.SearchPath;
import dev.reeve.cli.setup.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a call comes from: whose environment, which folder, which machine.
 *
 * @param directory the working directory, which file names on the command line start from
 * @param reeveHome the folder of the launcher, or null if it was not the launcher that started this
 * @param system the operating system's name
 */
record Origin(Map<String, String> environment, Path directory, Path reeveHome, String system, Programs programs) {

    static Origin ofThisProcess() {
        String home = System.getProperty("reeve.home");
        return new Origin(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home == null ? null : Path.of(home),
                System.getProperty("os.name"),
                new MachinePrograms());
    }

    boolean isMac() {
        return system.startsWith("Mac");
    }

    Path userHome() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** The launcher itself, or null if nobody knows where it is. */
    Path launcher() {
        return reeveHome == null ? null : reeveHome.resolve("reeve");
    }

    /** What a person has to type for {@code reeve}: that alone where PATH leads to this one. */
    String reeve() {
        Path launcher = launcher();
        if (launcher == null) {
            return "reeve";
        }
        Path found = new SearchPath(environment).find("reeve");
        try {
            if (found != null && found.toRealPath().equals(launcher.toRealPath())) {
                return "reeve";
            }
        } catch (IOException e) {
            // a link that leads nowhere is not this one
        }
        return Shell.quote(launcher.toString());
    }
}
