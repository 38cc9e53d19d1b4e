package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.SessionFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to the sessions of agents: by real processes, in real folders. */
class SessionMessagesLiveTest {

    private static final String ECHO = """
            echo "$(grep -c '^You answered' $REEVE_PROMPT) before"
            grep '^words' $REEVE_PROMPT
            """;

    private static final String SEND = """
            send() {
                printf '%s' "$2" > $REEVE_SEND/.$1
                mv $REEVE_SEND/.$1 $REEVE_SEND/$1.json
            }
            """;

    @TempDir
    Path folder;

    /** As {@code mkdir -p} and {@code echo … >>} do. */
    private static SessionFolder say(LiveWorkspace live, String agent, String label, String words) throws IOException {
        SessionFolder session = live.workspace.agent(agent).session(label);
        Files.createDirectories(session.path());
        Files.writeString(
                session.messages().live(),
                "{\"message\":\"" + words + "\"}\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return session;
    }

    /** The task that was given these words, when it is done. */
    private static TaskFolder answered(LiveWorkspace live, String words) {
        return live.await("no task that was given `" + words + "` is done", () -> {
            for (TaskFolder done : live.all(State.DONE, "messages")) {
                if (Files.readString(done.letters()).contains(words)) {
                    return done;
                }
            }
            return null;
        });
    }

    @Test
    void aMessageGoesOnWithTheConversationOfItsSession() throws Exception {
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("writer", "", ECHO).start()) {
            SessionFolder chat = say(live, "writer", "chat", "words of one");
            assertEquals(
                    "0 before\nwords of one\n",
                    Files.readString(answered(live, "words of one").result()));
            say(live, "writer", "review", "words of two");
            assertEquals(
                    "0 before\nwords of two\n",
                    Files.readString(answered(live, "words of two").result()));
            say(live, "writer", "chat", "words of three");
            TaskFolder last = answered(live, "words of three");
            String told = Files.readString(last.attempt(1).prompt());
            assertTrue(told.contains("id writer/chat:1:"), told);
            assertTrue(told.contains("words of one"), "what was asked before: " + told);
            assertFalse(told.contains("words of two"), "that is another conversation: " + told);
            assertTrue(Files.readString(last.task("md")).startsWith("---\nsession: chat\n---\n"));
            assertFalse(Files.readString(chat.messages().cursor()).contains("\"offset\":0"));
            assertEquals(
                    2,
                    Files.readAllLines(chat.history()).stream()
                            .filter(line -> line.contains("answered"))
                            .count());
        }
    }

    @Test
    void anAnswerComesBackToTheSessionThatAsked() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("asker", "may_ask: [knower]\n", SEND + """
                        if grep -q '^Result from knower/facts' $REEVE_PROMPT; then
                            cp $REEVE_PROMPT $REEVE_WORKSPACE/made && mv $REEVE_WORKSPACE/made $REEVE_WORKSPACE/answered
                        elif grep -q 'ask it' $REEVE_PROMPT; then
                            send q '{"to":"knower/facts","message":"How many?"}'
                            send bad '{"to":"knower/../../x","message":"How many?"}'
                            send nobody '{"to":"knowr/facts","message":"How many?"}'
                            send stranger '{"to":"stranger/facts","message":"How many?"}'
                            echo asked
                        fi
                        """)
                .agent("knower", "", "grep -q 'How many?' $REEVE_PROMPT && echo forty-two\n")
                .agent("stranger", "", "echo never\n")
                .start()) {
            say(live, "asker", "chat", "ask it");
            live.awaitFile("answered");
            String answer = Files.readString(live.workspace.root().resolve("answered"));
            assertTrue(answer.contains("forty-two"), answer);
            assertTrue(answer.contains("no session of `knower` can have the label `../../x`"), answer);
            assertTrue(answer.contains("did you mean `knower/…`?"), answer);
            assertTrue(answer.contains("may not ask `stranger`"), answer);
            assertFalse(Files.exists(live.workspace.agent("asker").inbox()), "nothing of it was for the agent");
            assertFalse(Files.exists(live.workspace.agent("stranger").sessions()));
            String question = Files.readString(
                    live.workspace.agent("knower").session("facts").messages().live());
            assertTrue(question.contains("\"from\":\"asker/chat\""), question);
        }
    }

    @Test
    void wakesTooOftenAreHeldForOneSessionAlone() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {wakes_per_hour: 1}\n")
                .agent("writer", "", ECHO)
                .start()) {
            say(live, "writer", "chat", "words of one");
            answered(live, "words of one");
            say(live, "writer", "chat", "words of two");
            TaskFolder held = live.await(State.HELD, "messages");
            assertTrue(
                    Files.readString(held.why()).contains("have woken `writer/chat` 1 times"),
                    Files.readString(held.why()));
            say(live, "writer", "review", "words of three");
            answered(live, "words of three");
            live.mv(held, "queue");
            answered(live, "words of two");
        }
    }

    @Test
    void anEventTellsOfAMessageToASessionThatIsThere() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux tells of each session by itself");
        assumeTrue(!"off".equals(System.getProperty("reeve.test.watch")), "file events are off");
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("scan: 1d\n")
                .agent("writer", "", ECHO)
                .start()) {
            say(live, "writer", "chat", "words of one");
            answered(live, "words of one");
            say(live, "writer", "chat", "words of two");
            answered(live, "words of two");
        }
    }

    @Test
    void thousandIdleSessionsCostALookEach() throws Exception {
        Idle disk = new Idle();
        try (LiveWorkspace live = new LiveWorkspace(folder, disk).agent("writer", "", ECHO)) {
            for (int i = 0; i < 1000; i++) {
                Files.createDirectories(
                        live.workspace.agent("writer").session("s" + i).path());
            }
            say(live, "writer", "s7", "words");
            live.start();
            answered(live, "words");
            disk.looks(3000, live);
            // what is done now and then is done before it is counted
            live.pass(Duration.ofMinutes(2));
            disk.looks(3000, live);
            disk.counts.set(true);
            disk.looks(5000, live);
            assertEquals(Set.of(), disk.others, "beside a look at each inbox");
        }
    }

    /** Counts the looks at the inboxes of sessions, and tells of whatever else is done in their folders. */
    private static final class Idle extends DelegatingDisk {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicBoolean counts = new AtomicBoolean();
        private final Set<String> others = ConcurrentHashMap.newKeySet();

        Idle() {
            super(new RealDisk());
        }

        private void looks(int more, LiveWorkspace live) {
            int until = looks.get() + more;
            live.until("the sessions were not looked at", () -> looks.get() >= until);
        }

        private void note(String what, Path path) {
            boolean inSession = path.getNameCount() > 3
                    && path.getName(path.getNameCount() - 3).endsWith("sessions");
            if (inSession && what.equals("stat") && path.endsWith("inbox.jsonl")) {
                looks.incrementAndGet();
            } else if (counts.get() && (inSession || path.getParent().endsWith("sessions"))) {
                others.add(what + " " + path);
            }
        }

        @Override
        public List<String> list(Path folder) throws IOException {
            note("list", folder);
            return super.list(folder);
        }

        @Override
        public Stat stat(Path path) throws IOException {
            note("stat", path);
            return super.stat(path);
        }

        @Override
        public byte[] read(Path file, long offset, int limit) throws IOException {
            note("read", file);
            return super.read(file, offset, limit);
        }
    }
}
