package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninstallCommandTest {

    @TempDir
    private Path temporary;

    private Path here;
    private SetupRun setup;

    @BeforeEach
    void aWorkspace() throws IOException {
        here = temporary.toRealPath();
        setup = new SetupRun(here);
        setup.run("init", "team");
    }

    private void install(String system) {
        setup.run("install", "-w", here.resolve("team").toString(), "--system", system);
        setup.ran.clear();
    }

    private SetupRun.Result uninstall(String team, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "-w";
        all[1] = here.resolve(team).toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return setup.run("uninstall", all);
    }

    private Path plist() {
        return here.resolve("home/Library/LaunchAgents/dev.reeve.team.plist");
    }

    private Path unit() {
        return here.resolve("home/.config/systemd/user/reeve-team.service");
    }

    @Test
    void takesTheJobFromLaunchd() {
        install("launchd");
        assertTrue(Files.exists(plist()));

        SetupRun.Result result = uninstall("team", "--system", "launchd");

        assertEquals(0, result.exit(), result.err());
        assertFalse(Files.exists(plist()));
        assertEquals(List.of(List.of("launchctl", "bootout", "gui/501/dev.reeve.team")), setup.ran);
    }

    @Test
    void takesTheUnitFromSystemd() {
        install("systemd");
        assertTrue(Files.exists(unit()));

        SetupRun.Result result = uninstall("team", "--system", "systemd");

        assertEquals(0, result.exit(), result.err());
        assertFalse(Files.exists(unit()));
        assertEquals(
                List.of(
                        List.of("systemctl", "--user", "disable", "--now", "reeve-team.service"),
                        List.of("systemctl", "--user", "daemon-reload")),
                setup.ran);
    }

    @Test
    void saysThatNothingIsInstalled() {
        SetupRun.Result result = uninstall("team");

        assertEquals(4, result.exit());
        assertTrue(result.err().contains(unit().toString()), result.err());
        assertEquals(List.of(), setup.ran);
    }

    @Test
    void aDryRunChangesNothing() {
        install("systemd");

        SetupRun.Result result = uninstall("team", "--dry-run");

        assertTrue(result.out().contains("Would remove " + unit()), result.out());
        assertTrue(Files.exists(unit()));
        assertEquals(List.of(), setup.ran);
    }

    @Test
    void leavesAnotherWorkspaceOfTheSameNameAlone() throws IOException {
        install("systemd");
        String before = Files.readString(unit());
        setup.run("init", "other/team");

        SetupRun.Result result = uninstall("other/team");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("not for this workspace"), result.err());
        assertEquals(before, Files.readString(unit()));
    }
}
