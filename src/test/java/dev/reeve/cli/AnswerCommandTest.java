package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reeve.cli.call.Exit;
import dev.reeve.task.Wait;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    private TaskFolder asking(Cause question) throws IOException {
        Wait wait = new Wait(question, "somebody is asked", null, List.of());
        return reeve.task(
                Where.in(State.HELD), "report", change -> change.waitsFor(wait).why(wait.reason()));
    }

    @Test
    void writesWhatAPersonWouldWrite() throws Exception {
        TaskFolder task = asking(Cause.ANSWER);
        reeve.call("status").says("reeve answer ID TEXT", "somebody is asked");
        reeve.call("show", "report").says("reeve answer " + task.id());
        reeve.call("answer", "report", "The", "left", "one.").exits(Exit.DONE).notes("no supervisor runs here");
        assertEquals("The left one.\n", Files.readString(task.answer()));
        reeve.call("answer", "report", "No, the other.").exits(Exit.USAGE).notes("answer.md already");
        assertEquals("The left one.\n", Files.readString(task.answer()));
    }

    @Test
    void readsStandardInput() throws Exception {
        TaskFolder task = asking(Cause.ANSWER);
        reeve.input = "One line.\nAnother.\n";
        reeve.call("answer", "report", "-").exits(Exit.DONE);
        assertEquals("One line.\nAnother.\n", Files.readString(task.answer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"perhaps", "yesterday", "nothing against it", "no-one"})
    void anApprovalIsYesOrNo(String text) throws Exception {
        TaskFolder task = asking(Cause.APPROVAL);
        reeve.call("answer", "report", text).exits(Exit.USAGE).notes("neither yes nor no");
        assertFalse(Files.exists(task.answer()));
        reeve.call("answer", "report", "no", "not before Monday").exits(Exit.DONE);
        assertEquals("no not before Monday\n", Files.readString(task.answer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "waiting", "running", "failed", "done/2026-11-20", "held"})
    void whatAsksNothingIsNotAnswered(String where) throws Exception {
        TaskFolder task = reeve.task(Where.parse(where), "report", change -> change);
        reeve.call("answer", "report", "yes")
                .exits(Exit.USAGE)
                .notes(task.id() + " asks nothing of a person: it is in " + where + "/.");
        assertFalse(Files.exists(task.answer()));
        reeve.call("answer", "nobody", "yes").exits(Exit.NO_SUCH_THING);
    }

    @Test
    void noAgentAnswersInAPersonsPlace() throws Exception {
        TaskFolder task = asking(Cause.APPROVAL);
        reeve.environment.put("REEVE_TASK_ID", "20261120-140000-abcd-other");
        reeve.call("answer", "report", "yes").exits(Exit.USAGE).notes("no agent answers in a person's place");
        for (String command : List.of("release", "kill")) {
            reeve.call(command, "report").exits(Exit.USAGE).notes("no agent answers in a person's place");
        }
        assertEquals(
                List.of("record.json", "task.md"),
                reeve.disk.list(task.path()).stream().sorted().toList());
    }
}
