package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What agents are given to keep to themselves, and where it is not. */
class CredentialsLiveTest extends AgentsLive {

    private static final String ONE = "sk-one-0123456789-abcdefghijklmnopqrst";
    private static final String TWO = "sk-two-0123456789-abcdefghijklmnopqrst";

    @Test
    void anAgentHasItsOwnAndNobodyElses() throws Exception {
        try (LiveWorkspace live = live()) {
            Path keys = keys();
            String show = "env > $REEVE_AGENT_DIR/work/env; test \"$TOKEN\" = \"$(cat " + keys
                    + "/$REEVE_AGENT)\" && echo mine\n";
            live.agent("one", credential("TOKEN", keys.resolve("one")), show);
            live.agent("two", credential("TOKEN", keys.resolve("two")), show);
            live.start();
            live.drop("one", "one.md", "Do it.");
            live.drop("two", "two.md", "Do it.");
            assertEquals("mine", live.result("one"));
            assertEquals("mine", live.result("two"));
            String env = Files.readString(live.workspace.agent("one").work().resolve("env"));
            assertTrue(env.contains("TOKEN=" + ONE), env);
            assertFalse(env.contains(TWO), env);
        }
    }

    /** Each way in which an attempt can say something, and what Reeve makes of it. */
    @Test
    void noFileOfReevesEverHasTheValue() throws Exception {
        try (LiveWorkspace live = live()) {
            String credential = credential("TOKEN", keys().resolve("one"));
            live.agent("talker", credential + "retries: 0\n", """
                    case "$(cat)" in
                      *"Do PRINT"*) env; env >&2 ;;
                      *"Do FAIL"*) echo "no $TOKEN"; echo "$TOKEN" >&2; exit 3 ;;
                      *"Do WRITE"*) echo "it is $TOKEN" > $REEVE_RESULT; echo "a $TOKEN" > $REEVE_OUT/a.txt ;;
                      *"Do CHILD"*) echo "Do WRITE $TOKEN" > $REEVE_SPAWN/kid.md; echo asked ;;
                      *"Do SEND"*) echo "{\\"to\\":\\"other\\",\\"message\\":\\"$TOKEN\\"}" > $REEVE_SEND/m.json
                              echo "$TOKEN" > $REEVE_SEND/bad.json ;;
                      *"Do NOTE"*) echo "{\\"text\\":\\"at $TOKEN\\"}" >> $REEVE_NOTES; sleep 0.5; echo noted ;;
                      *"Do BAD"*) echo "no: $TOKEN: $TOKEN" > $REEVE_SPAWN/bad.yaml ;;
                    esac
                    """);
            live.agent("other", "", "cat\n");
            live.start();
            for (String what : List.of("PRINT", "FAIL", "WRITE", "CHILD", "SEND", "NOTE", "BAD")) {
                live.drop("talker", what.toLowerCase(java.util.Locale.ROOT) + ".md", "Do " + what);
            }
            for (String done : List.of("print", "write", "child", "kid", "send", "note", "bad", "messages")) {
                live.await(State.DONE, done);
            }
            live.why(State.FAILED, "fail", "exit status 3", "no [credential TOKEN]");
            assertTrue(live.result("write").startsWith("it is [credential TOKEN]*"), live.result("write"));
            assertTrue(live.result("print").contains("\nTOKEN=[credential TOKEN]*"), live.result("print"));
            assertTrue(live.result("messages").contains("[credential TOKEN]"), live.result("messages"));
            live.stop(false);
            assertEquals(List.of(), filesWith(live.workspace.root(), ONE));
        }
    }

    /** Without a sandbox it can read what it likes. */
    @Test
    void whatOneFindsOfAnothersIsHiddenToo() throws Exception {
        try (LiveWorkspace live = live()) {
            Path key = keys().resolve("two");
            live.agent("owner", credential("TOKEN", key), "echo done\n");
            live.agent("curious", "", "cat " + key + "\n");
            live.start();
            live.drop("curious", "look.md", "Look.");
            assertTrue(live.result("look").startsWith("[credential TOKEN]*"), live.result("look"));
            live.stop(false);
            assertEquals(List.of(), filesWith(live.workspace.root(), TWO));
        }
    }

    @Test
    void oneThatIsMissingKeepsItsAgentsTasksWaitingAndNobodyElses() throws Exception {
        try (LiveWorkspace live = live()) {
            Path key = keys().resolve("later");
            live.agent("poor", credential("TOKEN", key), "echo has ${#TOKEN}\n");
            live.agent("rich", "", "echo done\n");
            live.start();
            live.drop("poor", "poor.md", "Do it.");
            live.drop("rich", "rich.md", "Do it.");
            live.why(State.WAITING, "poor", "no credential TOKEN", key.toString(), "not there");
            TaskFolder poor = live.find(State.WAITING, "poor");
            assertEquals("credential", record(poor).get("wait").get("cause").asString());
            assertEquals("done", live.result("rich"));
            Files.writeString(key, ONE + "\n");
            assertEquals("has " + ONE.length(), live.result("poor"));
        }
    }

    /** The next supervisor knows it anew. */
    @Test
    void itIsHiddenWhereAnotherSupervisorFindsTheEnd() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("slow", credential("TOKEN", keys().resolve("one")), """
                    echo "first $TOKEN"; touch $REEVE_WORKSPACE/begun
                    until test -e $REEVE_WORKSPACE/go; do sleep 0.05; done; echo "then $TOKEN"
                    """);
            live.start();
            live.drop("slow", "slow.md", "Do it.");
            live.awaitFile("begun");
            live.stop(false);
            Files.createFile(live.workspace.root().resolve("go"));
            live.start();
            assertTrue(live.result("slow").contains("then [credential TOKEN]*"), live.result("slow"));
            assertEquals(List.of(), filesWith(live.workspace.root(), ONE));
        }
    }

    private Path keys() throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve("one"), ONE);
        Files.writeString(keys.resolve("two"), TWO);
        return keys;
    }

    private static String credential(String name, Path file) {
        return "credentials: {" + name + ": \"file:" + file + "\"}\n";
    }

    static List<Path> filesWith(Path root, String text) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file) && contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
