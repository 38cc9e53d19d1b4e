package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.RealDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What agents announce is seen while they work, and comes to whoever asked for their work. */
class AnnouncingLiveTest {

    /** Waits until somebody makes this file in the workspace. */
    private static final String AWAIT = "await() { while [ ! -e $REEVE_WORKSPACE/$1 ]; do sleep 0.02; done; }\n";

    private static final String ASKS = "if [ $REEVE_ATTEMPT = 1 ]; then printf -- '---\\nagent: kid\\n---\\nDo it.\\n'"
            + " > $REEVE_SPAWN/kid.md; else echo done; fi\n";

    @TempDir
    Path folder;

    private static void go(LiveWorkspace live, String name) throws IOException {
        Files.createFile(live.workspace.root().resolve(name));
    }

    private static List<ObjectNode> inbox(LiveWorkspace live) throws IOException {
        for (State state : List.of(State.RUNNING, State.WAITING, State.QUEUE, State.DONE)) {
            TaskFolder boss = live.find(state, "boss");
            if (boss != null && Files.isRegularFile(boss.inbox())) {
                return JsonLines.tail(new RealDisk(), boss.inbox(), 1 << 20);
            }
        }
        return List.of();
    }

    private static List<String> messages(LiveWorkspace live) throws IOException {
        return inbox(live).stream().map(line -> Json.text(line, "message")).toList();
    }

    private static JsonNode active(LiveWorkspace live, String label) throws IOException {
        return live.status()
                .get("active")
                .valueStream()
                .filter(one -> one.get("label").asString().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachNoteOfAChildComesOnceToItsParentWhoeverSupervises() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("boss", "may_ask: [kid]\n", ASKS)
                .agent("kid", "", AWAIT + """
                        echo '{"text":"begun","percent":10}' >> $REEVE_NOTES
                        await second; echo 'just words' >> $REEVE_NOTES
                        await third; echo '{"text":"half way","percent":50}' >> $REEVE_NOTES
                        await last; echo '{"text":"almost"}' >> $REEVE_NOTES
                        """)
                .start()) {
            live.drop("boss", "boss.md", "Lead it.\n");
            live.until("no first note", () -> messages(live).equals(List.of("begun")));
            live.stop(false);
            go(live, "second");
            live.until(
                    "it does not go on by itself",
                    () -> Files.readString(
                                    live.find(State.RUNNING, "kid").attempt(1).notes())
                            .contains("words"));
            live.start();
            live.until(
                    "the note of the meantime is missing", () -> messages(live).size() == 2);
            live.until(
                    "it is not shown",
                    () -> active(live, "kid").get("note").asString().equals("just words"));
            live.until(
                    "it is not on the page",
                    () -> Files.readString(live.workspace.statusPage()).contains(": just words"));
            go(live, "third");
            live.until(
                    "it is not shown", () -> active(live, "kid").get("percent").asInt() == 50);
            live.stop(false);
            live.start();
            go(live, "last");
            assertEquals("done", live.result("boss"));
            assertEquals(List.of("begun", "just words", "half way", "almost"), messages(live));
            ObjectNode half = inbox(live).get(2);
            String kid = live.find(State.DONE, "kid").id();
            assertEquals(kid, Json.text(half, "from"));
            assertEquals("note", Json.text(half, "type"));
            assertEquals(50, Json.whole(half, "percent"));
            assertTrue(Json.text(half, "id").startsWith(kid + ":1:"), half::toString);
            assertTrue(Json.instant(half, "timestamp") != null, half::toString);
        }
    }

    @Test
    void whatWasAnnouncedWhileNobodyLookedComesWithTheEnd() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("boss", "", ASKS)
                .agent("kid", "", AWAIT + "await go; echo one >> $REEVE_NOTES; echo two >> $REEVE_NOTES\n")
                .start()) {
            live.drop("boss", "boss.md", "Lead it.\n");
            TaskFolder kid = live.await(State.RUNNING, "kid");
            live.stop(false);
            go(live, "go");
            live.until(
                    "it does not end by itself",
                    () -> Files.readString(kid.attempt(1).exit()).equals(" 0\n"));
            live.start();
            live.result("boss");
            assertEquals(List.of("one", "two"), messages(live), live::tree);
        }
    }

    @Test
    void oneThatWaitsForItsChildrenIsShownToDoSo() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("boss", "", """
                        printf -- '---\\nagent: kid\\n---\\nDo it.\\n' > $REEVE_SPAWN/kid.md
                        wait=$REEVE_TASK_DIR/attempts/1/door/wait/$$.$(cut -d ' ' -f 22 /proc/$$/stat)
                        : > $wait
                        while ! grep -q '"ended" : 1' $REEVE_TASK_DIR/children/index.json; do sleep 0.02; done
                        mv $wait $wait.back
                        while [ -e $wait.back ]; do sleep 0.02; done
                        echo done
                        """)
                .agent("kid", "", AWAIT + "await go\n")
                .start()) {
            live.drop("boss", "boss.md", "Lead it.\n");
            live.until(
                    "the child is not shown",
                    () -> active(live, "kid")
                            .get("parent")
                            .asString()
                            .equals(live.find(State.RUNNING, "boss").id()));
            live.until("it is not shown to wait", () -> active(live, "boss").has("waiting_for_children"));
            assertTrue(!active(live, "kid").has("waiting_for_children"), live::tree);
            live.until("it is not on the page", () -> {
                String page = Files.readString(live.workspace.statusPage());
                return page.contains("waits for its children") && page.contains("child of `");
            });
            go(live, "go");
            assertEquals("done", live.result("boss"));
        }
    }

    @Test
    void aNoteIsASignOfLife() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("kid", "idle_timeout: 10m\nretries: 0\n", AWAIT + """
                        await go; echo '{"percent":50}' >> $REEVE_NOTES
                        await end; echo done
                        """)
                .start()) {
            live.drop("kid", "kid.md", "Do it.\n");
            live.await(State.RUNNING, "kid");
            live.pass(Duration.ofMinutes(6));
            go(live, "go");
            live.until("no note", () -> active(live, "kid").get("percent").asInt() == 50);
            live.pass(Duration.ofMinutes(6));
            go(live, "end");
            assertEquals("done", live.result("kid"));
        }
    }

    @Test
    void anErrorAfterItWasWrittenDoublesNothing() throws Exception {
        Set<Path> failed = new HashSet<>();
        DelegatingDisk disk = new DelegatingDisk(new RealDisk()) {
            @Override
            public void append(Path file, byte[] content) throws IOException {
                super.append(file, content);
                if (file.endsWith("inbox.jsonl") && failed.add(file)) {
                    throw new IOException("told of an error");
                }
            }
        };
        try (LiveWorkspace live = new LiveWorkspace(folder, disk)
                .agent("boss", "", ASKS)
                .agent("kid", "", AWAIT + "echo one >> $REEVE_NOTES; await go; echo two >> $REEVE_NOTES\n")
                .start()) {
            live.drop("boss", "boss.md", "Lead it.\n");
            live.until("no note", () -> messages(live).size() == 1);
            go(live, "go");
            live.result("boss");
            assertEquals(List.of("one", "two"), messages(live));
            assertEquals(1, failed.size());
        }
    }

    @Test
    void anInboxThatCannotBeWrittenKeepsNobodyFromEnding() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("boss", "", "mkdir -p $REEVE_TASK_DIR/inbox.jsonl\n" + ASKS)
                .agent("kid", "", "echo one >> $REEVE_NOTES; echo answer\n")
                .start()) {
            live.drop("boss", "boss.md", "Lead it.\n");
            assertEquals("answer", live.result("kid"));
            assertEquals("done", live.result("boss"));
            String audit = "";
            try (var logs = Files.list(live.workspace.logs())) {
                for (Path log : logs.toList()) {
                    audit += Files.readString(log);
                }
            }
            assertTrue(audit.contains("its notes can't be handed on"), audit);
        }
    }
}
