package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What a call of the command line came to. */
record Called(int exit, String out, String err) {

    Called exits(int code) {
        assertEquals(code, exit, this::toString);
        return this;
    }

    Called says(String... parts) {
        for (String part : parts) {
            assertTrue(out.contains(part), () -> "'" + part + "' is not in the output of " + this);
        }
        return this;
    }

    Called notes(String... parts) {
        for (String part : parts) {
            assertTrue(err.contains(part), () -> "'" + part + "' is not in the errors of " + this);
        }
        return this;
    }

    Called saysNothingOf(String part) {
        assertTrue(!out.contains(part), () -> "'" + part + "' is in the output of " + this);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
