package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose work a task is. */
class AssignmentTest {

    private static final Team TEAM =
            ATeam.of("writer", "reader").broken("broken").defaultAgent("reader").team();

    private static TaskSpec task(String keys) {
        byte[] text = ("---\n" + keys + "\n---\nDo it.\n").getBytes(StandardCharsets.UTF_8);
        return ((Parsed.Good<TaskSpec>) TaskFile.read("task.md", text, ZoneOffset.UTC)).value();
    }

    private static void assertAssigned(String agent, String keys, String door) {
        assertEquals(new Assignment(agent, List.of()), Assignment.of(task(keys), door, null, TEAM));
    }

    private static void assertProblem(String keys, String door, Team team, String... words) {
        List<String> problems = Assignment.of(task(keys), door, null, team).problems();
        assertEquals(1, problems.size(), problems.toString());
        for (String word : words) {
            assertTrue(problems.get(0).contains(word), problems.get(0));
        }
    }

    @Test
    void theTaskSaysElseTheDoorElseTheDefault() {
        assertAssigned("writer", "agent: writer", null);
        assertAssigned("writer", "label: x", "writer");
        assertAssigned("writer", "agent: writer", "writer");
        assertAssigned("reader", "label: x", null);
        assertAssigned("broken", "agent: broken", null);
    }

    @Test
    void whatCantBeIsAnsweredWithWhatCan() {
        assertProblem("agent: writr", null, TEAM, "`agent: writr`", "`writer`?", "reader");
        assertProblem("fallback: reeder", "writer", TEAM, "`fallback: reeder`", "`reader`?");
        assertProblem("agent: writer", "reader", TEAM, "agents/writer/tasks/");
        assertProblem("label: x", null, ATeam.of("writer").team(), "default_agent", "writer");
        assertProblem("label: x", null, ATeam.of("writer").defaultAgent("gone").team(), "`agent: gone`");
    }
}
