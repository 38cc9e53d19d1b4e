package dev.reeve.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import java.util.List;

/** What a person is told: short, on one line, with nothing in it that a terminal obeys. */
public final class Told {

    private static final int LONGEST = 8 << 10;
    private static final int MOST = 101;

    private Told() {}

    public static void check(String message) {
        assertFalse(message.isBlank(), "nothing is told");
        assertTrue(message.length() <= LONGEST, () -> message.length() + " characters: " + message.substring(0, 200));
        assertTrue(message.equals(Quoted.harmless(message)), () -> "obeyed by a terminal: " + Quoted.harmless(message));
    }

    static void check(String file, Parsed<?> parsed) {
        List<Problem> problems = parsed.problems();
        assertTrue(problems.size() <= MOST, () -> problems.size() + " problems");
        for (Problem problem : problems) {
            assertTrue(problem.file().equals(file), problem::file);
            assertFalse(problem.what().isBlank() || problem.advice().isBlank(), problem::toString);
            check(problem.toString());
        }
    }
}
