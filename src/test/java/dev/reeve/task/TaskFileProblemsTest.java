package dev.reeve.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a task file, as its why.md tells it. */
class TaskFileProblemsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.md   | ''                                | a.md: the file is empty; write the task into it
            a.md   | ' \\n\\t'                         | a.md: the file is empty; write the task into it
            a.md   | '---\\nagent: x\\n---\\n \\n'     | a.md: no task below the front matter
            a.md   | '---\\nagent: x\\nSay hi.'        | a.md:1:1: front matter that begins here and has no end
            a.md   | '---\\nagent: ../x\\n---\\nhi'    | a.md:2:8: `agent`: `../x` is no safe name
            a.md   | '---\\ntimeout: -5m\\n---\\nhi'   | a.md:2:10: `timeout`: `-5m` is negative
            a.md   | '---\\ntimeout: 0s\\n---\\nhi'    | a.md:2:10: `timeout`: `0s` is too short
            a.md   | '---\\ntimeot: 5m\\n---\\nhi'     | a.md:2:1: unknown key `timeot`; did you mean `timeout`?
            a.md   | '---\\npriority: 4\\n---\\nhi'    | a.md:2:11: `priority`: `4` is out of bounds; expected a whole number from 1 to 3
            a.md   | '---\\npriority: [1]\\n---\\nhi'  | a.md:2:11: `priority`: a list where one value belongs
            a.md   | '---\\ndeadline: 0s\\n---\\nhi'   | a.md:2:11: `deadline`: no time at all
            a.md   | '---\\nmemory: maybe\\n---\\nhi'  | a.md:2:9: `memory`: `maybe` is neither true nor false
            a.md   | '---\\noutput: xml\\n---\\nhi'    | a.md:2:9: `output`: `xml` is no value of it; expected one of: json, text
            a.md   | '---\\noutput: {}\\n---\\nhi'     | a.md:2:9: `output`: no `format`; expected {format: json}
            a.md   | '---\\ninputs: [../x]\\n---\\nhi' | a.md:2:10: `inputs[0]`: `../x` leads outside
            a.md   | '---\\nlabel: a/b\\n---\\nhi'     | a.md:2:8: `label`: `a/b` is no safe name
            a.md   | '---\\nmeta: x\\n---\\nhi'        | a.md:2:7: `meta`: no map
            a.md   | '---\\nreportTo: x\\n---\\nhi'    | a.md:2:1: unknown key `reportTo`; it is `report_to` here
            a.md   | '---\\nagentId: x\\n---\\nhi'     | a.md:2:1: unknown key `agentId`; it is `agent` here
            a.md   | '---\\nrunTimeoutSeconds: 9\\n---\\nhi' | a.md:2:1: unknown key `runTimeoutSeconds`; it is `timeout` here
            a.md   | '---\\nthinking: high\\n---\\nhi' | a.md:2:1: unknown key `thinking`; give it to the agent's program
            a.md   | '---\\ntask: x\\n---\\nhi'        | a.md:2:1: unknown key `task`; the task stands below the second `---`
            a.md   | '---\\nwords\\n---\\nhi'          | a.md:2:1: no keys and values
            a.json | '{"agent": "x"}'                  | a.json: no `task`; write what is to be done after `task`
            a.json | '{"task": " "}'                   | a.json:1:10: `task`: empty; write what is to be done
            a.json | '{"task": ["x"]}'                 | a.json:1:10: `task`: a list where one value belongs
            a.json | '{"task": "a\\\\u0000"}'          | a.json:1:10: `task`: a zero character
            a.json | '{"task": "a\\\\ud800"}'          | a.json:1:10: `task`: half a surrogate pair
            a.json | '{"prompt": "x", "task": "x"}'    | a.json:1:2: unknown key `prompt`; it is `task` here
            a.json | '["x"]'                           | a.json:1:1: no keys and values
            a.yaml | '# nothing'                       | a.yaml: no `task`
            a.exe  | 'x'                               | a.exe: no kind of task file; expected a name that ends in .md
            """)
    void whatIsWrongIsToldWithItsPlace(String name, String content, String told) {
        List<Problem> problems = bad(name, unescaped(content).getBytes(StandardCharsets.UTF_8));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).toString().startsWith(told), problems::toString);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        List<Problem> problems =
                bad("a.md", "---\ntimeout: 30\nagnt: x\npriority: 9\n---\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(0, 2, 3, 4), problems.stream().map(Problem::line).toList());
    }

    @Test
    void whatIsNotTextIsTold() {
        assertEquals(
                "this is a binary file: byte 1 is zero",
                bad("a.txt", new byte[] {'a', 0}).get(0).what());
        assertEquals(
                "not UTF-8: byte 1 is 0xe4",
                bad("a.md", new byte[] {'a', (byte) 0xe4, 'b'}).get(0).what());
    }

    @Test
    void whatIsTooLargeIsToldByItsSizeAlone() {
        assertEquals(Optional.empty(), TaskFile.tooLarge("a.md", TaskFile.LIMIT));
        assertTrue(
                TaskFile.tooLarge("a.md", 200L << 20).orElseThrow().what().startsWith("209715200 bytes are too many"));
        assertTrue(bad("a.md", new byte[TaskFile.LIMIT + 1]).get(0).what().contains("too many"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{\"a\":", "- ", "? ", "&a ", "a: ", "a\n", "!!x ", "'", "\"", "%", "k: v\n", "*a ", "#", "---\n"
            })
    void aFileFullOfTheSameIsAnsweredInEachForm(String piece) {
        byte[] content = piece.repeat(TaskFile.LIMIT / piece.length()).getBytes(StandardCharsets.UTF_8);
        assertTrue(!bad("a.json", content).isEmpty());
        assertTrue(!bad("a.yaml", content).isEmpty());
        byte[] front = ("---\n" + new String(content, StandardCharsets.UTF_8).substring(100) + "\n---\nhi")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(TaskFile.read("a.md", front, BERLIN) != null);
    }

    @Test
    void aNameThatWouldSpoilALineIsShownHarmless() {
        assertEquals(
                "a\\u000ab\\u001b.md: the file is empty; write the task into it",
                bad("a\nb\u001b.md", new byte[0]).get(0).toString());
    }

    private static List<Problem> bad(String name, byte[] content) {
        Parsed<TaskSpec> parsed = TaskFile.read(name, content, BERLIN);
        assertTrue(parsed instanceof Parsed.Bad<TaskSpec>, parsed::toString);
        return parsed.problems();
    }

    private static String unescaped(String text) {
        return text.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\uFEFF", "\uFEFF")
                .replace("\u0001", "\\");
    }
}
