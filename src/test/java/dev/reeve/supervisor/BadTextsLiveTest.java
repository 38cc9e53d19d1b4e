package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that are no task are answered in rejected/, with the original kept. */
class BadTextsLiveTest extends BadDropsLive {

    @Test
    void textsThatAreNoTask() throws Exception {
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("open.md", List.of("---\nagent: hello\nSay hi.\n", "open.md:"));
        bad.put("unknown-key.md", List.of("---\nlabel: a\ntimeot: 5m\n---\nSay hi.\n", ":3:", "timeout"));
        bad.put("wrong-type.md", List.of("---\npriority: high\n---\nSay hi.\n", ":2:", "priority"));
        bad.put("negative.md", List.of("---\ntimeout: -5m\n---\nSay hi.\n", ":2:", "timeout"));
        bad.put("bomb.yaml", List.of(bomb(), "bomb.yaml:"));
        bad.put("stranger.md", List.of("---\nagent: helo\n---\nSay hi.\n", "`hello`", "helper"));
        bad.put("climber.md", List.of("---\nagent: ../x\n---\nSay hi.\n", ":2:", "agent"));
        bad.put("nobody.md", List.of("Say hi.\n", "default_agent"));
        bad.put("picture.png", List.of("PNG\n", ".md, .markdown"));
        bad.put("record.json", List.of("{\"id\":\"20260101-000000-aaaa-x\",\"task\":{\"text\":\"x\"}}", "record.json"));
        bad.put("dropped", List.of("Say hi.\n", ".md, .markdown"));
        try (LiveWorkspace live = live()) {
            for (Map.Entry<String, List<String>> each : bad.entrySet()) {
                Files.writeString(
                        live.workspace.tasks().resolve(each.getKey()),
                        each.getValue().get(0));
            }
            live.start();
            live.until("not all are taken", () -> {
                live.pass(Duration.ofSeconds(1));
                return live.workspace.tasks().toFile().list().length == 0;
            });
            for (Map.Entry<String, List<String>> each : bad.entrySet()) {
                String kept = each.getKey();
                List<String> reasons =
                        each.getValue().subList(1, each.getValue().size());
                assertRejected(live, kept, reasons.toArray(String[]::new));
                assertEquals(
                        each.getValue().get(0),
                        Files.readString(live.rejected(kept).resolve(kept)));
            }
            live.drop("hello", "good.md", "Say hi.\n");
            assertEquals("hi", live.result("good"));
            live.until(
                    "the count is not shown",
                    () -> live.status().get("today").get("rejected").asInt() == bad.size());
        }
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }
        return bomb.append("task: boom\n").toString();
    }

    @Test
    void contentsThatAreNoText() throws Exception {
        try (LiveWorkspace live = live().start()) {
            byte[] binary = {0x7f, 'E', 'L', 'F', 0, 0, 1, 2};
            byte[] latin = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1);
            Files.write(live.door("hello").resolve("binary.md"), binary);
            Files.write(live.door("hello").resolve("latin.md"), latin);
            Files.createFile(live.door("hello").resolve("empty.md"));
            try (RandomAccessFile sparse =
                    new RandomAccessFile(live.door("hello").resolve("huge.md").toFile(), "rw")) {
                sparse.setLength(200 << 20);
            }
            assertRejected(live, "binary.md", "binary.md");
            assertArrayEquals(
                    binary, Files.readAllBytes(live.rejected("binary.md").resolve("binary.md")));
            assertRejected(live, "latin.md", "UTF-8");
            assertRejected(live, "huge.md", "too many");
            assertEquals(200 << 20, Files.size(live.rejected("huge.md").resolve("huge.md")));
            assertTrue(Files.exists(live.door("hello").resolve("empty.md")), "an empty file may still be written");
            live.pass(Duration.ofSeconds(11));
            assertRejected(live, "empty.md", "empty");
        }
    }
}
