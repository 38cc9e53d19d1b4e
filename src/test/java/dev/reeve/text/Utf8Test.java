package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private final Report report = new Report("f");

    @Test
    void aByteOrderMarkAndWindowsNewlinesAreTolerated() {
        assertEquals("a\nä", Utf8.decode("\uFEFFa\r\nä".getBytes(StandardCharsets.UTF_8), report));
    }

    @Test
    void theFirstBadByteIsTold() {
        assertNull(Utf8.decode("ab\ncä".getBytes(StandardCharsets.ISO_8859_1), report));
        assertEquals(
                "f:2:2: not UTF-8: byte 4 is 0xe4; save it as UTF-8",
                report.problems().get(0).toString());
    }

    @Test
    void aCharacterCutInTheMiddleIsBad() {
        assertNull(Utf8.decode(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, report));
        assertEquals(2, report.problems().get(0).column());
    }

    @Test
    void aBinaryFileIsTold() {
        assertNull(Utf8.decode(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}, report));
        assertEquals(
                "this is a binary file: byte 7 is zero",
                report.problems().get(0).what());
    }

    @Test
    void utf16IsTold() {
        assertNull(Utf8.decode("hi".getBytes(StandardCharsets.UTF_16), report));
        assertEquals("this is UTF-16", report.problems().get(0).what());
    }

    @Property(seed = "4711", tries = 500)
    void anyBytesAreATextOrAProblem(@ForAll @Size(max = 40) byte[] content) {
        Report fresh = new Report("f");
        String text = Utf8.decode(content, fresh);
        assertEquals(text == null ? 1 : 0, fresh.problems().size());
    }
}
