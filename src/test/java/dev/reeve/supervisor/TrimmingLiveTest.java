package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code retention} removes of a real workspace, and what it leaves because somebody needs it. */
class TrimmingLiveTest {

    @TempDir
    Path folder;

    private final Instant now = Instant.now();
    private LiveWorkspace live;
    private int made;

    @BeforeEach
    void aTeam() throws IOException {
        live = new LiveWorkspace(folder).agent("hello", "", "echo hi\n");
        // it was at work lately, or the clock would not be believed
        old(3, "lately", Map.of());
    }

    /** A task that ended so many days ago. */
    private String old(int days, String slug, Map<String, String> more) throws IOException {
        String id = TaskId.numbered(now.minus(Duration.ofDays(days)), made++, slug);
        write(Ancient.task(Where.doneOn(date(days)), id, more));
        return id;
    }

    private String date(int days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days).toString();
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = live.workspace.root().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private boolean isThere(String slug) throws IOException {
        return live.find(State.DONE, slug) != null;
    }

    private void untilGone(String slug) {
        live.until(slug + " is still there", () -> !isThere(slug));
    }

    @Test
    void whatIsOldGoesIsToldAndLeavesNothing() throws Exception {
        live.settings("retention: {done: 30d, logs: 30d}\n");
        old(40, "old", Map.of());
        Path log = live.workspace.audit(date(40));
        Files.writeString(log, "\n{}\n");
        try (LiveWorkspace running = live) {
            running.start();
            live.until("the log is still there", () -> !Files.exists(log));
            untilGone("old");
            live.until("something is left", () -> !Files.exists(live.workspace.doneOn(date(40))));
            String told = Files.readString(live.workspace.audit(date(0)));
            assertTrue(told.contains("\"action\":\"trim\",\"about\":\"done/" + date(40) + "\",\"count\":1"), told);
            assertTrue(isThere("lately"));
        }
        try (Stream<Path> names = Files.list(live.workspace.state(State.DONE))) {
            assertEquals(List.of(live.workspace.doneOn(date(3))), names.toList());
        }
    }

    @Test
    void nothingGoesWhereNothingIsSaid() throws Exception {
        old(4000, "old", Map.of());
        try (LiveWorkspace running = live) {
            running.start();
            live.drop("hello", "hi.md", "Say hi.\n");
            live.await(State.DONE, "hi");
            assertTrue(isThere("old"));
            assertFalse(Files.exists(live.workspace.retention()));
        }
    }

    @Test
    void whatSomebodyNeedsStays() throws Exception {
        live.settings("retention: {done: 30d}\n");
        String first = old(43, "first", Map.of());
        String second = old(42, "second", Map.of("task.session", first));
        String before = old(41, "before", Map.of());
        String last = old(40, "last", Map.of());
        String root = old(40, "root", Map.of());
        String keyed = old(40, "keyed", Map.of("task.idempotency_key", "k"));
        old(40, "unreadable", Map.of("revision", "none"));
        old(40, "gone", Map.of());
        new Keys(new Durable(new RealDisk(), System::nanoTime), live.workspace).take("k", keyed, now);
        Files.createSymbolicLink(live.workspace.agent("hello").last(), Path.of("../../done/" + date(40) + "/" + last));
        write(Ancient.task(
                Where.in(State.HELD), TaskId.numbered(now, made++, "follows"), Map.of("task.session", second)));
        write(Ancient.task(Where.in(State.HELD), TaskId.numbered(now, made++, "child"), Map.of("root", root)));
        Files.writeString(live.workspace.stop(), "");
        live.drop("hello", "waits.md", "---\nafter: [" + before + ", nobody]\n---\nGo on.\n");
        try (LiveWorkspace running = live) {
            running.start();
            live.await(State.WAITING, "waits");
            untilGone("gone");
            old(40, "another", Map.of());
            live.pass(Duration.ofHours(2));
            untilGone("another");
            for (String slug : List.of("first", "second", "before", "last", "root", "keyed", "unreadable")) {
                assertTrue(isThere(slug), slug + " was needed");
            }
        }
    }

    @Test
    void bySizeTheOldestGo() throws Exception {
        live.settings("retention: {done: 10KB}\n");
        for (int days = 20; days > 10; days--) {
            old(days, "day" + days, Map.of());
            write(Map.of(
                    "done/" + date(days) + "/"
                            + live.find(State.DONE, "day" + days).id() + "/out/big",
                    "x".repeat(3000)));
        }
        try (LiveWorkspace running = live) {
            running.start();
            untilGone("day14");
            for (int days = 13; days > 10; days--) {
                assertTrue(isThere("day" + days) || days == 13, "day" + days);
            }
            assertTrue(isThere("lately"));
            assertFalse(isThere("day20"));
        }
    }

    @Test
    void aLinkIsRemovedAndNotWhatItPointsTo() throws Exception {
        live.settings("retention: {done: 30d}\n");
        Path mine =
                Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("precious"), "mine\n");
        String id = old(40, "old", Map.of());
        Path task = live.workspace.doneOn(date(40)).resolve(id);
        Files.createSymbolicLink(task.resolve("out/link"), mine.getParent());
        // and what has the name of a task, or of a day, but is a link is nobody's of Reeve's
        Files.createSymbolicLink(task.resolveSibling(TaskId.numbered(now, 9, "link")), mine.getParent());
        Files.createSymbolicLink(live.workspace.doneOn(date(50)), mine.getParent());
        try (LiveWorkspace running = live) {
            running.start();
            untilGone("old");
            live.until("it goes on", () -> !Files.exists(task.resolveSibling(".trimmed-" + date(40))));
            assertEquals("mine\n", Files.readString(mine));
            assertTrue(Files.isSymbolicLink(live.workspace.doneOn(date(50))));
        }
    }

    @Test
    void aClockThatHasLeaptRemovesNothingForADay() throws Exception {
        live.settings("retention: {done: 30d}\n");
        old(40, "old", Map.of());
        Files.writeString(live.workspace.retention(), "{\"at\":\"" + now.minus(Duration.ofDays(400)) + "\"}");
        try (LiveWorkspace running = live) {
            running.start();
            live.until(
                    "nobody says so",
                    () -> Files.readString(live.workspace.statusPage()).contains("it has gone ahead by days"));
            assertTrue(isThere("old"));
            live.pass(Duration.ofHours(23));
            live.until(
                    "no second look",
                    () -> Files.readString(live.workspace.retention()).contains("\"23h"));
            assertTrue(isThere("old"));
            live.pass(Duration.ofHours(2));
            untilGone("old");
            live.until(
                    "it is still said",
                    () -> !Files.readString(live.workspace.statusPage()).contains("it has gone ahead by days"));
        }
    }
}
