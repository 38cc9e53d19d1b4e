package dev.reeve.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentFile;
import dev.reeve.files.Durable;
import dev.reeve.files.JsonLines;
import dev.reeve.launch.ExitFile;
import dev.reeve.launch.PidFile;
import dev.reeve.settings.Settings;
import dev.reeve.settings.SettingsFile;
import dev.reeve.sim.SimDisk;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Every reader of what people write. To add one, add a line; a new kind of file is a line in {@link Corpus} as well. */
final class Readers {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path FOLDER = Path.of("/x");

    /** Reads something from a disk. */
    @FunctionalInterface
    private interface FromDisk {
        void read(SimDisk disk) throws IOException;
    }

    private Readers() {}

    static List<Reader> all() {
        return List.of(
                task("task.md", Corpus.MARKDOWN),
                task("task.yaml", Corpus.YAML),
                task("task.json", Corpus.JSON),
                task("task.txt", Corpus.TEXT),
                new Reader("agent.yaml", Corpus.AGENT, Readers::agent),
                new Reader("reeve.yaml", Corpus.SETTINGS, Readers::settings),
                new Reader("event.json", Corpus.JSON, content -> OutsideEvents.check("event.json", content)),
                new Reader("event.yaml", Corpus.YAML, content -> OutsideEvents.check("event.yaml", content)),
                new Reader("event.md", Corpus.MARKDOWN, content -> OutsideEvents.check("event.md", content)),
                new Reader("record.json", Corpus.RECORD, Readers::record),
                new Reader("usage.json", Corpus.USAGE, Costs::usage),
                new Reader("prices.yaml", Corpus.PRICES, Costs::prices),
                new Reader("spending.jsonl", Corpus.SPENDING, Costs::spending),
                new Reader("stdout.log", Corpus.STREAM, Costs::stream),
                onDisk("pid", Corpus.PID, disk -> PidFile.read(disk, new AttemptFolder(FOLDER))),
                onDisk("exit", Corpus.EXIT, disk -> ExitFile.read(disk, new AttemptFolder(FOLDER))),
                new Reader("inbox.jsonl", Corpus.INBOX, Inboxes::lines),
                new Reader("inbox.cursor", Corpus.CURSOR, Inboxes::cursor),
                onDisk(
                        "lines.jsonl",
                        Corpus.LINES,
                        disk -> JsonLines.tail(disk, FOLDER.resolve("lines.jsonl"), 1 << 20)),
                onDisk(
                        "state/supervisor.json",
                        Corpus.COMMAND,
                        disk -> SupervisorFile.read(durable(disk), new Workspace(FOLDER))));
    }

    private static Reader task(String name, Corpus corpus) {
        return new Reader(name, corpus, content -> {
            Parsed<TaskSpec> parsed = TaskFile.read(name, content, ZoneOffset.UTC);
            Told.check(name, parsed);
            if (parsed instanceof Parsed.Good<TaskSpec> good) {
                assertFalse(good.value().text().isBlank(), "a task without words");
                TaskRecord record = record(good.value());
                assertEquals(text(record), text(read(TaskRecords.bytes(record))), "its record says something else");
            }
        });
    }

    private static TaskRecord record(TaskSpec spec) {
        Where queue = Where.parse("queue");
        return new TaskRecord(
                "20261120-120000-aaaa-x",
                queue,
                null,
                "hello",
                spec.label() == null ? "x" : spec.label(),
                spec.priority() == null ? 2 : spec.priority(),
                "tasks",
                "x.md",
                "person",
                NOON,
                NOON,
                spec.deadline() == null ? spec.deadlineAt() : NOON.plus(spec.deadline()),
                spec.notBeforeIn() == null ? spec.notBefore() : NOON.plus(spec.notBeforeIn()),
                spec.after().stream().map(name -> "?" + name).toList(),
                0,
                0,
                List.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                spec,
                1);
    }

    private static void agent(byte[] content) {
        Parsed<AgentConfig> parsed = AgentFile.read("hello", "agents/hello/agent.yaml", content);
        Told.check("agents/hello/agent.yaml", parsed);
        if (parsed instanceof Parsed.Good<AgentConfig> good) {
            assertFalse(good.value().command().get(0).isBlank(), "an agent without a program");
            assertTrue(good.value().concurrency() > 0, "an agent without a place");
        }
    }

    private static void settings(byte[] content) {
        Parsed<Settings> parsed = SettingsFile.read("reeve.yaml", content);
        Told.check("reeve.yaml", parsed);
        if (parsed instanceof Parsed.Good<Settings> good) {
            Settings.Limits limits = good.value().limits();
            assertTrue(limits.reserveUrgent() < limits.maxConcurrent(), "no place is left");
        }
    }

    /** What is read is written again as it was read, so that no edit of a person's is half understood. */
    private static void record(byte[] content) throws IOException {
        TaskRecord read = read(content);
        if (read != null) {
            assertEquals(text(read), text(read(TaskRecords.bytes(read))));
        }
    }

    private static String text(TaskRecord record) {
        return record == null ? "unreadable" : Bytes.text(TaskRecords.bytes(record));
    }

    private static TaskRecord read(byte[] content) throws IOException {
        return TaskRecords.read(disk("record.json", content), new TaskFolder(FOLDER));
    }

    private static Reader onDisk(String name, Corpus corpus, FromDisk read) {
        return new Reader(name, corpus, content -> read.read(disk(name, content)));
    }

    private static SimDisk disk(String name, byte[] content) throws IOException {
        SimDisk disk = new SimDisk(() -> NOON);
        disk.makeFolder(FOLDER);
        Path file = FOLDER.resolve(name);
        if (!file.getParent().equals(FOLDER)) {
            disk.makeFolder(file.getParent());
        }
        disk.create(file, content);
        return disk;
    }

    private static Durable durable(SimDisk disk) {
        return new Durable(disk, new AtomicLong()::incrementAndGet);
    }
}
