package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that things may be dropped under. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi.md",
                "Say hi (2).txt",
                "f\u00fcr alle.md",
                "\u4f60\u597d.md",
                "a+b=c@d,e[1]{2}.yaml",
                "n\u0303.md"
            })
    void plainNames(String name) {
        assertNull(Names.wrong(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb.md",
                "a\tb.md",
                "quo'te.md",
                "dou\"ble.md",
                "back\\slash.md",
                "`a`.md",
                "\ud83d\ude00.md",
                "a\u202eb.md"
            })
    void namesThatBreakScripts(String name) {
        assertNotNull(Names.wrong(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 255})
    void namesThatAreTooLong(int length) {
        assertNull(Names.wrong("x".repeat(200)));
        assertTrue(Names.wrong("x".repeat(length)).contains("200 bytes"));
    }

    @Property(seed = "20261120", tries = 2000)
    void whatIsMadeOfAnyNameIsSafe(@ForAll String name) {
        assertTrue(Names.safe(name).matches("[A-Za-z0-9._-]{0,80}"));
        String wrong = Names.wrong(name);
        assertTrue(wrong == null || wrong.chars().noneMatch(Character::isISOControl), "its own message is plain");
    }
}
