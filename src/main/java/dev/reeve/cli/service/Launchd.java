package dev.reeve.cli.service;

import dev.reeve.cli.call.Shell;
import dev.reeve.cli.setup.Blanks;
import dev.reeve.cli.setup.Packed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A LaunchAgent of the user's, on macOS.
 *
 * @param label as launchd knows it
 * @param uid of the user, who names the domain of his log-in
 */
record Launchd(Supervised supervised, String label, String uid) implements Service {

    /** An agent program may put a question about these folders to a screen that nobody watches. */
    private static final List<String> GUARDED = List.of("Desktop", "Documents", "Downloads", "Library");

    static String labelFor(Supervised supervised) {
        return "dev.reeve." + supervised.safeName();
    }

    @Override
    public String name() {
        return label;
    }

    @Override
    public Path file() {
        return supervised.home().resolve("Library/LaunchAgents").resolve(label + ".plist");
    }

    @Override
    public String definition() throws IOException {
        StringBuilder variables = new StringBuilder();
        supervised
                .variables()
                .forEach((name, value) -> variables
                        .append("    <key>")
                        .append(name)
                        .append("</key>\n    ")
                        .append(string(value))
                        .append('\n'));
        Map<String, String> blanks = new LinkedHashMap<>();
        blanks.put("label", escape(label));
        blanks.put("launcher", escape(supervised.launcher().toString()));
        blanks.put("workspace", escape(supervised.workspace().root().toString()));
        blanks.put("log", escape(supervised.workspace().supervisorLog().toString()));
        blanks.put("environment", variables.toString());
        return Blanks.fill(Packed.text("launchd", "dev.reeve.plist"), blanks);
    }

    private static String string(String value) {
        return "<string>" + escape(value) + "</string>";
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public boolean isOfSameWorkspace(String definition) {
        return definition.contains("<key>WorkingDirectory</key>\n  "
                + string(supervised.workspace().root().toString()));
    }

    @Override
    public List<Step> start() {
        return List.of(
                Step.may("launchctl", "bootout", service()),
                // bootout returns before the old one is gone, and bootstrap refuses until it is
                Step.may("sh", "-c", untilGone()),
                Step.must("launchctl", "enable", service()),
                Step.must("launchctl", "bootstrap", domain(), file().toString()));
    }

    private String untilGone() {
        return "n=0; while [ $n -lt 30 ] && launchctl print " + Shell.quote(service())
                + " >/dev/null 2>&1; do n=$((n+1)); sleep 1; done";
    }

    @Override
    public List<Step> stop() {
        return List.of(Step.may("launchctl", "bootout", service()));
    }

    @Override
    public List<Step> forget() {
        return List.of();
    }

    private String domain() {
        return "gui/" + uid;
    }

    private String service() {
        return domain() + "/" + label;
    }

    @Override
    public List<String> advice() {
        List<String> advice = new ArrayList<>();
        advice.add(
                "It runs while you are logged in, and only then. For a Mac that restarts by itself, turn on automatic"
                        + " log-in: System Settings > Users & Groups.");
        advice.add("Sleep stops it and the agents. Keep the Mac awake: System Settings > Energy, or"
                + " `sudo pmset -a sleep 0`.");
        advice.add(
                isGuarded()
                        ? "macOS guards the folder that this workspace is in: give Full Disk Access to `java` and"
                                + " `/bin/sh` (System Settings > Privacy & Security), or move the workspace elsewhere."
                        : "If agents read Desktop, Documents, Downloads or other disks, give Full Disk Access to `java`"
                                + " and to their programs: System Settings > Privacy & Security.");
        advice.add("A program that keeps its log-in in the keychain asks once, on the screen: run it by hand first, and"
                + " choose \"Always Allow\".");
        advice.add("What it says is in " + supervised.workspace().supervisorLog() + "; how launchd sees it:"
                + " `launchctl print " + service() + "`.");
        return advice;
    }

    private boolean isGuarded() {
        Path root = supervised.workspace().root();
        return root.startsWith("/Volumes")
                || GUARDED.stream()
                        .anyMatch(name -> root.startsWith(supervised.home().resolve(name)));
    }
}
