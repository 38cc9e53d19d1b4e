package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.confine.Sandboxes;
import dev.reeve.files.Programs;
import dev.reeve.launch.RealProcesses;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agents that are shut in, by the sandbox that this machine has. */
class SandboxLiveTest extends AgentsLive {

    @BeforeAll
    static void thereIsOne() throws IOException {
        String why = new Sandboxes(
                        RealProcesses.ofThisMachine(), Programs.ofThisMachine(), System.getenv("PATH"), false)
                .whyNot(false, Instant.now());
        assumeTrue(why == null, "no sandbox can be made here: " + why);
    }

    /** Whoever releases it is a person. */
    @Test
    void nobodyApprovesFromWithin() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("guarded", "", "touch $REEVE_WORKSPACE/ran\n");
            live.agent("burglar", "sandbox: require\n", """
                    cd $REEVE_WORKSPACE
                    ls held queue tasks
                    mv held/* queue/
                    for id in $(ls $REEVE_WORKSPACE/held) HELD; do
                      mv held/$id queue/
                      echo yes > held/$id/answer.md
                      mkdir -p held/$id && echo yes > held/$id/answer.md
                      mkdir -p queue/$id && echo '{}' > queue/$id/record.json
                    done
                    echo tried
                    """);
            live.start();
            live.drop("guarded", "guarded.md", "---\napprove: true\n---\nOpen the safe.");
            TaskFolder held = live.await(State.HELD, "guarded");
            Path script = live.workspace.agent("burglar").path().resolve("run.sh");
            Files.writeString(script, Files.readString(script).replace("HELD", held.id()));
            live.drop("burglar", "burglar.md", "Have it opened.");
            assertEquals("held:\n\nqueue:\n\ntasks:\ntried", live.result("burglar"), "it sees nothing of the others");
            assertEquals(held, live.find(State.HELD, "guarded"));
            assertFalse(Files.exists(held.answer()));
            assertFalse(Files.exists(live.workspace.root().resolve("ran")));
            live.mv(held, "queue");
            live.await(State.DONE, "guarded");
        }
    }

    @Test
    void twoAgentsSeeNothingOfEachOther() throws Exception {
        try (LiveWorkspace live = live()) {
            Path keys = Files.createDirectories(folder.resolve("keys"));
            for (String name : List.of("one", "two")) {
                Files.writeString(keys.resolve(name), "sk-" + name + "-0123456789-abcdefghijk");
                String other = name.equals("one") ? "two" : "one";
                live.agent(
                        name,
                        "sandbox: require\ncredentials: {TOKEN_" + name.toUpperCase(java.util.Locale.ROOT) + ": \"file:"
                                + keys.resolve(name) + "\"}\n",
                        """
                        env
                        cat /proc/*/environ | tr '\\0' '\\n'
                        ls -lR $REEVE_WORKSPACE/agents/OTHER $REEVE_WORKSPACE/queue $REEVE_WORKSPACE/state 2>&1
                        cat $REEVE_WORKSPACE/agents/OTHER/secret KEYS/OTHER 2>&1
                        touch $REEVE_WORKSPACE/agents/OTHER/secret $REEVE_WORKSPACE/reeve.yaml 2>&1
                        echo "sandbox: none" 2>&1 >> $REEVE_AGENT_DIR/agent.yaml
                        echo own > $REEVE_AGENT_DIR/MEMORY.md; echo all > $REEVE_SHARED/NAME; echo home > $HOME/.state
                        """.replace("OTHER", other).replace("NAME", name).replace("KEYS", keys.toString()));
                Files.writeString(live.workspace.agent(name).path().resolve("secret"), "secret of " + name);
            }
            live.start();
            live.drop("one", "one.md", "Show all.");
            live.drop("two", "two.md", "Show all.");
            for (String name : List.of("one", "two")) {
                String other = name.equals("one") ? "two" : "one";
                String seen = live.result(name);
                assertTrue(seen.contains("TOKEN_" + name.toUpperCase(java.util.Locale.ROOT)), seen);
                assertFalse(seen.contains("TOKEN_" + other.toUpperCase(java.util.Locale.ROOT)), seen);
                assertFalse(seen.contains("secret of"), seen);
                assertFalse(seen.contains("agent.yaml\n"), seen);
                Path own = live.workspace.agent(name).path();
                assertEquals("own\n", Files.readString(own.resolve("MEMORY.md")));
                assertFalse(Files.readString(own.resolve("agent.yaml")).contains("sandbox: none"));
                assertEquals("all\n", Files.readString(live.workspace.shared().resolve(name)));
                assertEquals("home\n", Files.readString(own.resolve("home/.state")));
                assertEquals(
                        "",
                        Files.readString(live.await(State.DONE, name).attempt(1).stderr())
                                .replaceAll(".*(agent.yaml|environ).*\n", ""));
            }
            live.stop(false);
            for (String name : List.of("one", "two")) {
                assertEquals(
                        List.of(), CredentialsLiveTest.filesWith(live.workspace.root(), "sk-" + name + "-0123456789"));
            }
        }
    }

    @Test
    void itSeesWhatItsFileNamesAndMayChangeSomeOfIt() throws Exception {
        try (LiveWorkspace live = live()) {
            Path data = Files.createDirectories(folder.resolve("data"));
            Path repo = Files.createDirectories(folder.resolve("repo"));
            Files.writeString(data.resolve("in"), "readable");
            run(
                    live,
                    "reader",
                    "sandbox: require\npaths: {read: [\"" + data + "\"], write: [\"" + repo + "\"]}\n",
                    "cat " + data + "/in; touch " + data + "/new && echo no; touch " + repo + "/new /tmp/x && echo yes;"
                            + " ls " + folder + "\n");
            live.start();
            assertEquals("readableyes\ndata\nrepo\nws", live.result("reader"));
            assertTrue(Files.exists(repo.resolve("new")));
            assertFalse(Files.exists(data.resolve("new")));
            TaskFolder done = live.await(State.DONE, "reader");
            assertEquals(
                    "bwrap", live.json(done.attempt(1).command()).get("sandbox").asString());
        }
    }

    @Test
    void whoIsStoppedIsAskedFirstAndLeavesNobody() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("polite", "sandbox: require\ntimeout: 1s\nretries: 0\n", """
                    trap 'echo asked >> $REEVE_SHARED/asked; exit 0' TERM
                    setsid sh -c 'trap "" TERM; echo begun > $REEVE_SHARED/begun; while :; do sleep 0.1; done' &
                    while :; do sleep 0.05; done
                    """);
            live.start();
            live.drop("polite", "polite.md", "Go on.");
            live.awaitFile("shared/begun");
            live.why(State.FAILED, "polite", "longer than its timeout");
            assertEquals(List.of("asked"), live.lines("shared/asked"));
            assertEquals(List.of(), inside(live));
        }
    }

    @Test
    void whatItLeavesBehindIsGoneWhenItHasEnded() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("leaver", "sandbox: require\n", "setsid sleep 1000 & env -i setsid sleep 1000 & echo done\n");
            live.start();
            live.drop("leaver", "leaver.md", "Leave.");
            assertEquals("done", live.result("leaver"));
            assertEquals(List.of(), inside(live));
        }
    }

    @Test
    void withoutANetworkThereIsNoneButItself() throws Exception {
        try (LiveWorkspace live = live()) {
            String show = "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '\n";
            run(live, "cut", "sandbox: require\nnetwork: false\n", show);
            live.start();
            assertEquals("lo", live.result("cut"));
        }
    }

    /** A process of it that waits is known by a number that means nothing outside. */
    @Test
    void whoWaitsInsideLendsItsPlacesAndGoesOn() throws Exception {
        try (LiveWorkspace live = live().settings("limits: {max_concurrent: 1}\n")) {
            live.agent("lead", "sandbox: require\n", """
                    test $REEVE_DEPTH = 0 || { echo hi; exit; }
                    echo "Say hi" > $REEVE_SPAWN/kid.md
                    read -r stat < /proc/$$/stat; set -- ${stat##*) }; me=${REEVE_SEND%send}wait/$$.${20}
                    : > $me
                    until test -e $REEVE_TASK_DIR/children/kid/result.md; do sleep 0.05; done
                    mv $me $me.back
                    while test -e $me.back; do sleep 0.05; done
                    cat $REEVE_TASK_DIR/children/kid/result.md
                    """);
            live.start();
            live.drop("lead", "lead.md", "Lead.");
            assertEquals("hi", live.result("lead"));
        }
    }

    /** Whoever writes tasks is not who decides what an agent may. */
    @Test
    void aTaskMayAskForLessAndNeverForMore() throws Exception {
        try (LiveWorkspace live = live()) {
            Path data = Files.createDirectories(folder.resolve("data/inner")).getParent();
            live.agent("shut", "sandbox: require\npaths: {write: [\"" + data + "\"]}\n", "ls -d " + data + "/*\n");
            live.agent("free", "", "ls " + folder + "\n");
            live.start();
            live.drop("shut", "none.md", "---\nsandbox: none\n---\nDo it.\n");
            live.drop("shut", "paths.md", "---\npaths: {read: [/etc]}\n---\nDo it.\n");
            live.drop("shut", "cwd.md", "---\nlabel: x\ncwd: \"~\"\n---\nDo it.\n");
            assertRejected(live, "none.md:2:1: `sandbox: none` is less than agent `shut` has, which is `require`");
            assertRejected(live, "paths.md:2:1: `/etc` is beyond the `paths` of agent `shut`");
            assertRejected(live, "cwd.md:3:1: `~` is not within what agent `shut` may change in its sandbox");
            live.drop("shut", "less.md", "---\npaths: {read: [" + data + "/inner]}\ncwd: shared\n---\nDo it.\n");
            assertEquals(data + "/inner", live.result("less"));
            live.drop("free", "free.md", "---\nsandbox: require\npaths: {read: [" + data + "]}\n---\nDo it.\n");
            assertEquals("data\nws", live.result("free"));
        }
    }

    private static void assertRejected(LiveWorkspace live, String says) throws IOException {
        String page = Files.readString(
                live.rejected(says.substring(0, says.indexOf(':'))).resolve("why.md"));
        assertTrue(page.contains(says), page);
    }

    private static List<String> inside(LiveWorkspace live) throws IOException {
        return dev.reeve.launch.Orphans.marked(
                        RealProcesses.ofThisMachine(),
                        ProcessHandle.current().pid(),
                        live.workspace.root().toString())
                .keySet()
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
