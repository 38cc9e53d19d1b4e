package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that ask others for work: by real processes, in real folders. */
class ChildrenLiveTest {

    /** What {@code reeve wait} does, in shell. */
    private static final String WAIT = """
            rest() {
                start=$(cut -d ' ' -f 22 /proc/$$/stat)
                door=$REEVE_TASK_DIR/attempts/$REEVE_ATTEMPT/door
                : > $door/wait/$$.$start
                until [ -z "$(ls $REEVE_SPAWN)" ] && grep -q "\\"ended\\" : $1\\b" $REEVE_TASK_DIR/children/index.json; do
                    sleep 0.05
                done
                mv $door/wait/$$.$start $door/wait/$$.$start.back
                while [ -e $door/wait/$$.$start.back ]; do sleep 0.05; done
            }
            ask() {
                printf '%s\\n' "$2" > $REEVE_SPAWN/.$1
                mv $REEVE_SPAWN/.$1 $REEVE_SPAWN/$1.md
            }
            """;

    @TempDir
    Path folder;

    private LiveWorkspace live(String limits) throws IOException {
        return new LiveWorkspace(folder).settings("limits: {" + limits + "}\n");
    }

    private static ObjectNode json(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    private static int started(LiveWorkspace live, String name) throws IOException {
        return (int) live.lines("started").stream().filter(name::equals).count();
    }

    @Test
    void aTeamOfThreeLevelsNeedsOnePlace() throws Exception {
        try (LiveWorkspace live =
                live("max_concurrent: 1").agent("self", "", WAIT + """
                        echo $REEVE_DEPTH $(tail -n 1 $REEVE_PROMPT | wc -c) >> $REEVE_WORKSPACE/started
                        if [ $REEVE_DEPTH -lt 2 ]; then
                            ask a "first of $REEVE_TASK_ID"
                            verify='verify: echo b >> $REEVE_WORKSPACE/checked'
                            ask b "$(printf -- '---\\n%s\\n---\\nsecond of %s' "$verify" $REEVE_TASK_ID)"
                            rest 2
                            cat $REEVE_TASK_DIR/children/*/result.md
                        else
                            echo leaf
                        fi
                        """).start()) {
            live.drop("self", "go.md", "Go.\n");
            assertEquals(
                    List.of("leaf", "leaf", "leaf", "leaf"),
                    live.result("go").lines().toList());
            assertEquals(7, live.lines("started").size());
            assertEquals(List.of("b", "b", "b"), live.lines("checked"), "its own command for its own work");
            TaskFolder done = live.await(State.DONE, "go");
            assertEquals("2/2", json(done.record()).get("complete").asString());
            assertFalse(json(done.record()).get("degraded").asBoolean());
        }
    }

    @Test
    void aParentThatEndedIsWokenOnceForAllOfThem() throws Exception {
        try (LiveWorkspace live = live("max_concurrent: 3")
                .agent("lead", "", """
                        echo lead >> $REEVE_WORKSPACE/started
                        if [ $REEVE_ATTEMPT = 1 ]; then
                            for i in 1 2 3 4; do printf -- "---\\nagent: hand\\n---\\n$i\\n" > $REEVE_SPAWN/part-$i.md; done
                            echo '---\nagent: hand\noptional: true\n---\nbad' > $REEVE_SPAWN/extra.md
                            echo later
                        else
                            cat $REEVE_PROMPT
                        fi
                        """)
                .agent("hand", "retries: 0\n", """
                        [ "$(tail -n 1 $REEVE_TASK_DIR/task.md)" != bad ] && echo done by hand
                        """)
                .start()) {
            live.drop("lead", "all.md", "Have it done.\n");
            String prompt = live.result("all");
            assertTrue(prompt.contains("# Results of your children"), prompt);
            assertEquals(4, prompt.lines().filter("done by hand"::equals).count(), prompt);
            assertTrue(prompt.contains("exit status 1"), prompt);
            assertEquals(2, started(live, "lead"));
            TaskFolder done = live.await(State.DONE, "all");
            ObjectNode index = json(done.childrenIndex());
            assertEquals(
                    "5 5 4 1",
                    index.get("asked") + " " + index.get("ended") + " " + index.get("ok") + " " + index.get("failed"));
            assertEquals("4/5", json(done.record()).get("complete").asString());
            assertFalse(json(done.record()).get("degraded").asBoolean(), "the one that failed was optional");
            assertEquals("done by hand\n", Files.readString(done.child("part-3").result()));
        }
    }

    @Test
    void whatCantBecomeAChildIsToldToTheParent() throws Exception {
        try (LiveWorkspace live = live("max_concurrent: 3, max_depth: 1")
                .agent("lead", "may_ask: [hand]\n", WAIT + """
                        ask key "$(printf -- '---\\ncolour: red\\n---\\nx')"
                        ask nobody "$(printf -- '---\\nagent: nobody\\n---\\nx')"
                        ask other "$(printf -- '---\\nagent: other\\n---\\nx')"
                        ask loop "Do it."
                        ask deep "$(printf -- '---\\nagent: hand\\n---\\nask deeper')"
                        ask urgent "$(printf -- '---\\npriority: 1\\n---\\nx')"
                        ask command "$(printf -- '---\\nagent: hand\\nverify: echo c >> $REEVE_WORKSPACE/started\\n---\\nx')"
                        ask turned "$(printf -- '---\\nverify: "true"\\nfallback: hand\\n---\\nto itself')"
                        ask judged "$(printf -- '---\\nverify: {agent: other}\\n---\\nto itself')"
                        rest 9
                        """)
                .agent("hand", "retries: 0\n", WAIT + "ask more 'and more'; rest 1\n")
                .agent("other", "", "echo other >> $REEVE_WORKSPACE/started\n")
                .start()) {
            live.drop("lead", "lead.md", "Do it.\n");
            TaskFolder done = live.await(State.DONE, "lead");
            reason(done, "key", "colour");
            reason(done, "nobody", "there is no such agent");
            reason(done, "other", "may not ask");
            reason(done, "loop", "loop");
            reason(done, "urgent", "more urgent");
            reason(done, "command", "would run with the rights of agent `hand`");
            reason(done, "turned", "would run with the rights of agent `hand`");
            reason(done, "judged", "may not ask `other`");
            assertEquals("done", json(done.child("deep").status()).get("state").asString());
            reason(live.await(State.DONE, "deep"), "more", "max_depth");
            assertEquals(List.of(), live.lines("started"));
        }
    }

    private static void reason(TaskFolder parent, String child, String words) throws IOException {
        ObjectNode status = json(parent.child(child).status());
        assertEquals("rejected", status.get("state").asString(), status.toString());
        assertTrue(status.get("reason").asString().contains(words), status.toString());
        assertTrue(Files.readString(parent.child(child).why()).contains(words));
    }

    @Test
    void aParentTakesItsChildrenWithIt() throws Exception {
        try (LiveWorkspace live = live("max_concurrent: 2, max_active_children: 1")
                .agent("lead", "", WAIT + """
                        ask one "$(printf -- '---\\nagent: hand\\n---\\n1')"
                        ask two "$(printf -- '---\\nagent: hand\\n---\\n2')"
                        rest 2
                        """)
                .agent("hand", "", "echo $$ >> $REEVE_WORKSPACE/pids; trap '' TERM; sleep 1000 & wait; wait\n")
                .start()) {
            live.drop("lead", "lead.md", "Do it.\n");
            live.awaitFile("pids");
            live.await(State.QUEUE, "two");
            live.mv(live.await(State.RUNNING, "lead"), "failed");
            live.await(State.FAILED, "one");
            live.await(State.FAILED, "two");
            assertEquals(List.of(), live.living("pids"));
            assertEquals(1, live.lines("pids").size(), "the second never began");
            live.why(State.FAILED, "two", "task that asked for it");
        }
    }

    @Test
    void aLaterAttemptThatAsksForTheSameHasItAlready() throws Exception {
        try (LiveWorkspace live = live("max_concurrent: 2")
                .agent("lead", "retries: 1\nbackoff: 0s\n", WAIT + """
                        ask one "$(printf -- '---\\nagent: hand\\n---\\nthe same')"
                        rest 1
                        cat $REEVE_TASK_DIR/children/one/result.md
                        [ $REEVE_ATTEMPT = 2 ]
                        """)
                .agent("hand", "", "echo hand >> $REEVE_WORKSPACE/started; echo by hand\n")
                .start()) {
            live.drop("lead", "lead.md", "Do it.\n");
            assertEquals("by hand", live.result("lead"));
            assertEquals(1, started(live, "hand"));
        }
    }
}
