package dev.reeve.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes turned into text, strictly: what is not text is a problem, never a replacement character. */
public final class Utf8 {

    private static final char BOM = '\uFEFF';

    private Utf8() {}

    /** The text without a byte order mark and with plain newlines, or null if the report says why there is none. */
    public static String decode(byte[] content, Report report) {
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            report.error(Place.WHOLE, "this is UTF-16", "save it as UTF-8");
            return null;
        }
        int zero = indexOfZero(content);
        if (zero >= 0) {
            report.error(
                    place(content, zero), "this is a binary file: byte " + zero + " is zero", "expected text in UTF-8");
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(bytes, characters, true).isError()) {
            int bad = bytes.position();
            report.error(
                    place(content, bad),
                    String.format("not UTF-8: byte %d is 0x%02x", bad, content[bad] & 0xFF),
                    "save it as UTF-8");
            return null;
        }
        String text = characters.flip().toString();
        String marked = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        return marked.replace("\r\n", "\n");
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static int indexOfZero(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Place place(byte[] content, int index) {
        return Place.at(new String(content, 0, index, StandardCharsets.ISO_8859_1), index);
    }
}
