package dev.reeve.cli.call;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a call comes from: whose environment, which folder, which machine.
 *
 * @param directory the working directory, which file names on the command line start from
 * @param reeveHome the folder of the launcher, or null if it was not the launcher that started this
 * @param system the operating system's name
 */
public record Origin(
        Map<String, String> environment, Path directory, Path reeveHome, String system, Programs programs) {

    public static Origin ofThisProcess() {
        String home = System.getProperty("reeve.home");
        return new Origin(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home == null ? null : Path.of(home),
                System.getProperty("os.name"),
                new MachinePrograms());
    }

    public boolean isMac() {
        return system.startsWith("Mac");
    }

    public Path userHome() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** The launcher itself, or null if nobody knows where it is. */
    public Path launcher() {
        return reeveHome == null ? null : reeveHome.resolve("reeve");
    }

    /** What a person has to type for {@code reeve}: that alone where PATH leads to this one. */
    public String reeve() {
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

    /** The environment as the person has it: the launcher may have given Java a locale that it needs. */
    public Map<String, String> usersOwn() {
        Map<String, String> own = new HashMap<>(environment);
        String locale = own.remove("REEVE_USER_LC_ALL");
        if (locale != null && locale.isEmpty()) {
            own.remove("LC_ALL");
        } else if (locale != null) {
            own.put("LC_ALL", locale);
        }
        return own;
    }
}
