package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {

    private static final String NAME = "q&a <50%> $x \"y\" \\z";

    @TempDir
    private Path temporary;

    private Path here;
    private Path team;
    private SetupRun setup;

    @BeforeEach
    void aWorkspaceWithAnAwkwardName() throws IOException {
        here = temporary.toRealPath();
        setup = new SetupRun(here);
        setup.environment.put("PATH", "/opt/a & b/bin:/100%/bin");
        setup.environment.put("SECRET_TOKEN", "hush");
        setup.run("init", NAME);
        team = here.resolve(NAME);
    }

    private SetupRun.Result install(String... words) {
        return setup.run("install", words);
    }

    private Path plist() {
        return here.resolve("home/Library/LaunchAgents/dev.reeve.q-a-50-x-y-z.plist");
    }

    private Path unit() {
        return here.resolve("home/.config/systemd/user/reeve-q-a-50-x-y-z.service");
    }

    private String launcher() {
        return here.resolve("reeve home/reeve").toString();
    }

    @Test
    void launchdGetsAPropertyListThatSaysAll() throws Exception {
        SetupRun.Result result = setup.on("Mac OS X").run("install", "-w", team.toString());

        assertEquals(0, result.exit(), result.err());
        assertEquals(
                Map.ofEntries(
                        Map.entry("Label", "dev.reeve.q-a-50-x-y-z"),
                        Map.entry("ProgramArguments", List.of(launcher(), "-w", team.toString(), "up")),
                        Map.entry("WorkingDirectory", team.toString()),
                        Map.entry(
                                "EnvironmentVariables",
                                Map.of(
                                        "PATH",
                                        "/opt/a & b/bin:/100%/bin",
                                        "HOME",
                                        here.resolve("home").toString())),
                        Map.entry("StandardOutPath", team + "/logs/supervisor.log"),
                        Map.entry("StandardErrorPath", team + "/logs/supervisor.log"),
                        Map.entry("RunAtLoad", true),
                        Map.entry("KeepAlive", true),
                        Map.entry("ThrottleInterval", 10L),
                        Map.entry("ProcessType", "Interactive"),
                        Map.entry("AbandonProcessGroup", true)),
                PropertyList.read(plist()));
        assertEquals(
                List.of("launchctl", "bootstrap", "gui/501", plist().toString()), setup.ran.get(setup.ran.size() - 1));
        assertTrue(result.out().contains("Full Disk Access"), result.out());
    }

    @Test
    void systemdGetsAUnitThatSaysAll() throws Exception {
        SetupRun.Result result = install("-w", team.toString());

        assertEquals(0, result.exit(), result.err());
        UnitFile unit = UnitFile.read(unit());
        assertEquals(List.of(launcher(), "-w", team.toString(), "up"), unit.command("Service", "ExecStart"));
        assertEquals(team.toString(), unit.path("Service", "WorkingDirectory"));
        assertEquals("append:" + team + "/logs/supervisor.log", unit.path("Service", "StandardOutput"));
        assertEquals(
                List.of("HOME=" + here.resolve("home"), "PATH=/opt/a & b/bin:/100%/bin"), unit.environment("Service"));
        assertEquals(List.of("process"), unit.values("Service", "KillMode"));
        assertEquals(List.of("continue"), unit.values("Service", "OOMPolicy"));
        assertEquals(List.of("always"), unit.values("Service", "Restart"));
        assertEquals(List.of("default.target"), unit.values("Install", "WantedBy"));
        assertEquals(
                List.of(
                        List.of("systemctl", "--user", "daemon-reload"),
                        List.of("systemctl", "--user", "enable", "reeve-q-a-50-x-y-z.service"),
                        List.of("systemctl", "--user", "restart", "reeve-q-a-50-x-y-z.service")),
                setup.ran);
        assertTrue(result.out().contains("loginctl enable-linger"), result.out());
    }

    @Test
    void noSecretOfTheEnvironmentIsWritten() throws IOException {
        install("-w", team.toString());
        setup.on("Mac OS X").run("install", "-w", team.toString());

        assertFalse(Files.readString(unit()).contains("hush"));
        assertFalse(Files.readString(plist()).contains("hush"));
    }

    @Test
    void aDryRunShowsAllAndChangesNothing() {
        SetupRun.Result result =
                install("-w", team.toString(), "--dry-run", "--system", "launchd", "--label", "my.own");

        assertEquals(0, result.exit(), result.err());
        Path file = here.resolve("home/Library/LaunchAgents/my.own.plist");
        assertTrue(result.out().contains("Would write " + file), result.out());
        assertTrue(result.out().contains("<string>my.own</string>"), result.out());
        assertTrue(result.out().contains("Would run launchctl bootstrap gui/501 " + file), result.out());
        assertFalse(Files.exists(here.resolve("home")));
        assertEquals(List.of(), setup.ran);
    }

    @Test
    void whereSystemctlIsMissingItSaysWhatIsLeftToDo() {
        SetupRun.Result result = setup.without("systemctl").run("install", "-w", team.toString());

        assertEquals(2, result.exit());
        assertTrue(result.out().contains("Wrote " + unit()), result.out());
        assertTrue(result.err().contains("installed, and not started"), result.err());
        assertTrue(result.err().contains("\n  systemctl --user restart reeve-q-a-50-x-y-z.service"), result.err());
        assertTrue(Files.exists(unit()));
    }

    @Test
    void anotherWorkspaceOfTheSameNameIsNotPushedAside() throws IOException {
        setup.run("init", "one/team");
        setup.run("init", "two/team");
        install("-w", here.resolve("one/team").toString());
        Path unit = here.resolve("home/.config/systemd/user/reeve-team.service");
        String before = Files.readString(unit);

        SetupRun.Result second = install("-w", here.resolve("two/team").toString());

        assertEquals(2, second.exit());
        assertTrue(second.err().contains("--label"), second.err());
        assertEquals(before, Files.readString(unit));
        assertEquals(0, install("-w", here.resolve("one/team").toString()).exit());
    }

    @Test
    void aNameThatNoDefinitionCanHoldIsRefused() {
        setup.run("init", "two\nlines");

        SetupRun.Result result = install("-w", here.resolve("two\nlines").toString());
        SetupRun.Result label = install("-w", team.toString(), "--label", "../x");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("line break"), result.err());
        assertEquals(2, label.exit());
        assertTrue(label.err().contains("--label ../x"), label.err());
        assertFalse(Files.exists(here.resolve("home")));
    }
}
