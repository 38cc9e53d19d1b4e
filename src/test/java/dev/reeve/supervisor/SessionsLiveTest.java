package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations: each goes on with its own, and with no other. */
class SessionsLiveTest {

    @TempDir
    Path folder;

    /** Its answer is what it was asked, and all that it was told of before. */
    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 5}\n")
                .agent("chat", "concurrency: 3\n", """
                        [ "$(tail -n 1 $REEVE_TASK_DIR/task.md)" = together ] && mkdir $REEVE_WORKSPACE/alone && sleep 0.2 \\
                            && rmdir $REEVE_WORKSPACE/alone
                        echo "said $(tail -n 1 $REEVE_TASK_DIR/task.md)"
                        sed -n '/^# The conversation so far/,/^# Your task/p' $REEVE_PROMPT | grep -c '^You answered' || true
                        pwd > $REEVE_OUT/pwd
                        """)
                .agent("other", "", "echo other\n")
                .start();
    }

    private static String ask(LiveWorkspace live, String name, String keys, String words) throws IOException {
        live.drop("chat", name + ".md", "---\n" + keys + "\n---\n" + words + "\n");
        return live.result(name);
    }

    @Test
    void eachLabelIsAConversationOfItsOwn() throws Exception {
        try (LiveWorkspace live = live()) {
            assertEquals("said hello\n0", ask(live, "a1", "session: tg-1", "hello"));
            assertEquals("said again\n1", ask(live, "a2", "session: tg-1", "again"));
            assertEquals("said hi\n0", ask(live, "b1", "session: tg-2", "hi"));
            assertEquals("said more\n2", ask(live, "a3", "session: tg-1", "more"));
            assertEquals("said new\n0", ask(live, "c1", "session: fresh", "new"));
            assertEquals(
                    3,
                    live.lines("agents/chat/sessions/tg-1/history.jsonl").stream()
                            .filter(line -> line.startsWith("{"))
                            .count());
            String prompt =
                    Files.readString(live.await(State.DONE, "a3").attempt(1).prompt());
            assertTrue(prompt.contains("said again"), prompt);
            assertFalse(prompt.contains("said hi"), prompt);
        }
    }

    @Test
    void aFollowUpGoesOnWithATaskThatHasEnded() throws Exception {
        try (LiveWorkspace live = live()) {
            ask(live, "first", "memory: false", "one");
            String first = live.await(State.DONE, "first").id();
            assertEquals("said two\n1", ask(live, "second", "memory: false\nsession: " + first, "two"));
            String second = live.await(State.DONE, "second").id();
            assertEquals("said three\n2", ask(live, "third", "memory: false\nsession: " + second, "three"));
            assertEquals(
                    Files.readString(live.await(State.DONE, "first").out().resolve("pwd")),
                    Files.readString(live.await(State.DONE, "third").out().resolve("pwd")));
            assertEquals("said four\n3", ask(live, "fourth", "session: continue", "four"));
            Files.writeString(live.workspace.tasks().resolve("fifth.md"), "---\nsession: " + first + "\n---\nfive\n");
            assertEquals("said five\n1", live.result("fifth"));
        }
    }

    @Test
    void whatCantBeGoneOnWithIsRejected() throws Exception {
        try (LiveWorkspace live = live()) {
            ask(live, "first", "memory: false", "one");
            String first = live.await(State.DONE, "first").id();
            live.drop("other", "theirs.md", "---\nsession: " + first + "\n---\nmine\n");
            live.drop("chat", "nobodys.md", "---\nsession: 20261120-140211-k3f9-hi\n---\nmine\n");
            live.drop("chat", "unsafe.md", "---\nsession: ../x\n---\nmine\n");
            for (String[] one : new String[][] {
                {"theirs.md", "a conversation of agent `chat`"},
                {"nobodys.md", "no such task"},
                {"unsafe.md", "no safe name"}
            }) {
                String why = Files.readString(live.rejected(one[0]).resolve("why.md"));
                assertTrue(why.contains(one[1]), why);
            }
        }
    }

    @Test
    void oneSpeaksAtATimeInAConversation() throws Exception {
        try (LiveWorkspace live = live()) {
            for (int i = 0; i < 3; i++) {
                live.drop("chat", "t" + i + ".md", "---\nsession: one\nretries: 0\n---\ntogether\n");
            }
            for (int i = 0; i < 3; i++) {
                live.await(State.DONE, "t" + i);
            }
        }
    }
}
