package dev.reeve.cli.service;

import dev.reeve.cli.setup.Blanks;
import dev.reeve.cli.setup.Packed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit of the user's own systemd, on Linux.
 *
 * @param name of the unit, without {@code .service}
 */
record Systemd(Supervised supervised, String name) implements Service {

    static String nameFor(Supervised supervised) {
        return "reeve-" + supervised.safeName();
    }

    @Override
    public Path file() {
        String configured = supervised.environment().getOrDefault("XDG_CONFIG_HOME", "");
        Path config = configured.startsWith("/")
                ? Path.of(configured)
                : supervised.home().resolve(".config");
        return config.resolve("systemd/user").resolve(unit());
    }

    private String unit() {
        return name + ".service";
    }

    @Override
    public String definition() throws IOException {
        StringBuilder variables = new StringBuilder();
        supervised
                .variables()
                .forEach((name, value) -> variables
                        .append("Environment=")
                        .append(quote(name + "=" + value))
                        .append('\n'));
        Map<String, String> blanks = new LinkedHashMap<>();
        blanks.put("title", supervised.safeName());
        // $ begins a variable in a command, and nowhere else
        blanks.put("launcher", quote(supervised.launcher().toString()).replace("$", "$$"));
        blanks.put("workspace", quote(root()).replace("$", "$$"));
        blanks.put("directory", specifiers(root()));
        blanks.put("log", specifiers(supervised.workspace().supervisorLog().toString()));
        blanks.put("environment", variables.toString());
        return Blanks.fill(Packed.text("launchd", "reeve.service"), blanks);
    }

    private String root() {
        return supervised.workspace().root().toString();
    }

    private static String quote(String word) {
        return '"' + specifiers(word).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String specifiers(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public boolean isOfSameWorkspace(String definition) {
        return definition.lines().anyMatch(("WorkingDirectory=" + specifiers(root()))::equals);
    }

    @Override
    public List<Step> start() {
        // restart starts what is not running, and brings a changed unit into force where it is
        return List.of(
                Step.must("systemctl", "--user", "daemon-reload"),
                Step.must("systemctl", "--user", "enable", unit()),
                Step.must("systemctl", "--user", "restart", unit()));
    }

    @Override
    public List<Step> stop() {
        return List.of(Step.may("systemctl", "--user", "disable", "--now", unit()));
    }

    @Override
    public List<Step> forget() {
        return List.of(Step.may("systemctl", "--user", "daemon-reload"));
    }

    @Override
    public List<String> advice() {
        return List.of(
                "It runs while you are logged in. To keep it running without you, and to start it with the machine:"
                        + " `loginctl enable-linger`.",
                "What it says is in " + supervised.workspace().supervisorLog() + "; how systemd sees it:"
                        + " `systemctl --user status " + unit() + "`.");
    }
}
