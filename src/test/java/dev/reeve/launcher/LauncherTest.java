package dev.reeve.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Java and a Maven that only say how they were called. */
class LauncherTest {

    @TempDir
    private Path temporary;

    private Launch launch;

    @BeforeEach
    void aFolderWithBlanksInItsName() throws IOException {
        launch = new Launch(temporary.toRealPath().resolve("a b"));
    }

    @Test
    void startsJavaWithItsOwnFolderAndTheArgumentsAsTheyAre() throws Exception {
        launch.built();

        Launch.Result result = launch.run("submit", "two words", "*", "");

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("[-Dreeve.home=" + launch.home() + "]"), result.out());
        assertTrue(
                result.out().contains("[-jar][" + launch.home() + "/target/reeve.jar][submit][two words][*][]"),
                result.out());
        assertEquals("", result.err());
    }

    @Test
    void findsItsFolderThroughAChainOfRelativeLinks() throws Exception {
        launch.built();
        Path bin = Files.createDirectories(temporary.resolve("bin/deep er"));
        Files.createSymbolicLink(temporary.resolve("bin/second"), Path.of("../a b/reeve"));
        Files.createSymbolicLink(bin.resolve("reeve"), Path.of("../second"));

        Launch.Result direct = launch.runAs(bin.resolve("reeve").toString(), temporary);
        Launch.Result relative = launch.runAs("./reeve", bin);
        Launch.Result found = launch.with("PATH", bin + ":/usr/bin:/bin").runAs("reeve", temporary);

        for (Launch.Result result : new Launch.Result[] {direct, relative, found}) {
            assertEquals(0, result.exit(), result.err());
            assertTrue(result.out().contains("[-Dreeve.home=" + launch.home() + "]"), result.out());
        }
    }

    @Test
    void refusesAJavaThatIsTooOldWithoutStartingIt() throws Exception {
        launch.built().java("11.0.2");

        Launch.Result result = launch.run("status");

        assertEquals(2, result.exit());
        assertEquals("", result.out());
        assertTrue(result.err().contains("is Java 11, and Reeve needs 17 or newer"), result.err());
    }

    @Test
    void asksAJavaThatDoesNotSayItsVersionOnlyOnce() throws Exception {
        launch.built().javaWithoutRelease("21.0.1");

        launch.run("status");
        Launch.Result result = launch.run("status");

        assertEquals(0, result.exit(), result.err());
        assertEquals(1, launch.calls("version"));
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
        launch.built();

        Launch.Result wrongHome = launch.with("JAVA_HOME", "/nowhere").run("status");
        Launch.Result nowhere = launch.with("JAVA_HOME", "")
                .with("PATH", launch.pathWithoutJava().toString())
                .run("status");

        assertEquals(2, wrongHome.exit());
        assertTrue(wrongHome.err().contains("JAVA_HOME is /nowhere, but there is no program"), wrongHome.err());
        assertEquals(2, nowhere.exit());
        assertTrue(nowhere.err().contains("there is no Java here: install a JDK"), nowhere.err());
    }

    @Test
    void aReleasedCopyIsNeverBuilt() throws Exception {
        Launch.Result result = launch.run("status");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("there are no sources here"), result.err());
        assertEquals(0, launch.calls("mvn"));
    }

    @Test
    void buildsOnceThenAgainWhenASourceIsNewer() throws Exception {
        launch.checkout();

        Launch.Result first = launch.run("status");
        Launch.Result second = launch.run("status");
        Files.setLastModifiedTime(
                launch.home().resolve("workspace-template/reeve.yaml"),
                FileTime.from(Instant.now().plusSeconds(60)));
        Launch.Result third = launch.run("status");

        assertEquals(0, first.exit(), first.err());
        assertEquals("reeve: building (the first time); this takes a minute\n", first.err());
        assertTrue(first.out().contains("[status]"), first.out());
        assertEquals("", second.err());
        assertEquals("reeve: building (its sources have changed); this takes a minute\n", third.err());
        assertEquals(2, launch.calls("mvn"));
    }

    @Test
    void showsWhatMavenSaidWhenItFails() throws Exception {
        launch.checkout().mavenFails("a riddle in line 3");

        Launch.Result result = launch.run("status");

        assertEquals(2, result.exit());
        assertEquals("", result.out());
        assertTrue(result.err().contains("a riddle in line 3"), result.err());
        assertTrue(result.err().contains("it could not be built"), result.err());
        assertFalse(Files.exists(launch.lock()));
    }

    @Test
    void saysWhatToInstallWhereThereIsNoMaven() throws Exception {
        launch.checkout();

        Launch.Result result =
                launch.with("PATH", launch.pathWithoutJava().toString()).run("status");

        assertEquals(2, result.exit());
        assertTrue(result.err().contains("there is no mvn here: install Maven"), result.err());
    }

    @Test
    void twoThatStartAtOnceBuildOnce() throws Exception {
        launch.checkout().mavenWaitsFor(temporary.resolve("go"));

        Process one = launch.start("one");
        Process two = launch.start("two");
        launch.await(() -> launch.calls("mvn") > 0);
        Files.createFile(temporary.resolve("go"));

        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertEquals(1, launch.calls("mvn"));
        assertFalse(Files.exists(launch.lock()));
    }

    @Test
    void breaksTheLockOfABuilderThatIsDead() throws Exception {
        launch.checkout();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(launch.lock());
        Files.writeString(launch.lock().resolve("pid"), dead.pid() + "\n");

        Launch.Result result = launch.run("status");

        assertEquals(0, result.exit(), result.err());
        assertEquals(1, launch.calls("mvn"));
        assertFalse(Files.exists(launch.lock()));
    }

    @Test
    void theJvmGetsALocaleOfUtf8AndTheUsersIsPassedOn() throws Exception {
        launch.built();

        Launch.Result plain = launch.with("LC_ALL", "C").run();
        Launch.Result unset = launch.with("LC_ALL", null).with("LANG", null).run();
        Launch.Result good = launch.with("LC_ALL", "C.UTF-8")
                .with("REEVE_USER_LC_ALL", "stale")
                .run();

        assertTrue(plain.out().contains("LC_ALL=C.UTF-8 user=C\n"), plain.out());
        assertTrue(unset.out().contains("LC_ALL=C.UTF-8 user=\n"), unset.out());
        assertTrue(good.out().contains("LC_ALL=C.UTF-8 user=-\n"), good.out());
    }

    @Test
    void anArchiveThatFitsNoJavaIsPassedOverWithoutAWord() throws Exception {
        launch.builtWithRealJar();
        Files.writeString(launch.home().resolve("target/reeve.jsa"), "not an archive");

        Launch.Result result =
                launch.with("JAVA_HOME", System.getProperty("java.home")).run("hello");

        assertEquals(0, result.exit(), result.err());
        assertEquals("hello in UTF-8\n", result.out());
        assertEquals("", result.err());
    }
}
