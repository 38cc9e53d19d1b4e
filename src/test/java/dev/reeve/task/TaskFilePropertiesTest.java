package dev.reeve.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is dropped is a task or a problem that can be read. */
class TaskFilePropertiesTest {

    @Property(seed = "20261120", tries = 2000)
    void anyBytesAreATaskOrAProblem(@ForAll("names") String name, @ForAll @Size(max = 200) byte[] content) {
        assertAnswered(name, content);
    }

    @Property(seed = "20261121", tries = 5000)
    void anyPiecesAreATaskOrAProblem(@ForAll("names") String name, @ForAll("pieces") String content) {
        assertAnswered(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "20261122", tries = 500)
    void plainTextIsTheTaskAsItStands(@ForAll("words") String words) {
        Parsed<TaskSpec> parsed = TaskFile.read("a.txt", words.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC);
        assertEquals(words, ((Parsed.Good<TaskSpec>) parsed).value().text());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a.md", "a.txt", "a.json", "a.yaml");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "---\n",
                        "\n",
                        " ",
                        "  ",
                        "agent: ",
                        "timeout: ",
                        "not_before: ",
                        "meta: ",
                        "output: ",
                        "env: ",
                        "task: ",
                        "x",
                        "30m",
                        "off",
                        "9",
                        "-",
                        "- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        "\"",
                        "'",
                        ":",
                        ",",
                        "&a ",
                        "*a",
                        "!!x ",
                        "? ",
                        "|\n",
                        ">\n",
                        "%YAML 9.9\n",
                        "\\u0000",
                        "\\",
                        "#",
                        "\t",
                        "2026-11-20",
                        "T",
                        "Z",
                        "é",
                        "🙂",
                        "\"task\":",
                        "\"meta\":",
                        "null",
                        "~",
                        "<<: ")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" -:#{}\n")
                .ofMaxLength(80)
                .map(text -> "x" + text + "x");
    }

    private static void assertAnswered(String name, byte[] content) {
        Parsed<TaskSpec> parsed = TaskFile.read(name, content, ZoneOffset.UTC);
        if (parsed instanceof Parsed.Good<TaskSpec> good) {
            assertFalse(good.value().text().isBlank());
            assertEquals(List.of(), good.problems());
            return;
        }
        for (Problem problem : parsed.problems()) {
            assertEquals(name, problem.file());
            assertFalse(problem.what().isEmpty());
            assertFalse(problem.toString().contains("\n"), problem::toString);
        }
    }
}
