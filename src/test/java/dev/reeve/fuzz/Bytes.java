package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What can go wrong with a file whatever stands in it. */
final class Bytes {

    static final List<Spoiler.Change> CHANGES = List.of(
            Bytes::flip,
            Bytes::cut,
            Bytes::leaveOut,
            Bytes::twice,
            Bytes::insert,
            (content, chance) -> join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, content),
            (content, chance) -> text(content).replace("\n", "\r\n").getBytes(UTF_8),
            (content, chance) -> text(content).replace("\n", "\r").getBytes(UTF_8),
            (content, chance) -> text(content).getBytes(StandardCharsets.UTF_16),
            (content, chance) -> text(content).getBytes(StandardCharsets.UTF_16LE));

    private Bytes() {}

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    private static byte[] flip(byte[] content, Chance chance) {
        byte[] flipped = content.clone();
        for (int i = chance.between(1, 4); i > 0 && flipped.length > 0; i--) {
            flipped[chance.below(flipped.length)] ^= (byte) (1 << chance.below(8));
        }
        return flipped;
    }

    private static byte[] cut(byte[] content, Chance chance) {
        return Arrays.copyOf(content, chance.below(content.length + 1));
    }

    private static byte[] leaveOut(byte[] content, Chance chance) {
        int from = chance.below(content.length + 1);
        int to = Math.min(content.length, from + chance.between(1, 20));
        return join(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
    }

    private static byte[] twice(byte[] content, Chance chance) {
        return join(content, content);
    }

    private static byte[] insert(byte[] content, Chance chance) {
        int at = chance.below(content.length + 1);
        return join(Arrays.copyOf(content, at), piece(chance), Arrays.copyOfRange(content, at, content.length));
    }

    private static byte[] piece(Chance chance) {
        return switch (chance.below(4)) {
            case 0 -> new byte[] {0};
            case 1 -> chance.bytes(chance.between(1, 5));
            // not UTF-8: a surrogate by itself, an overlong slash, a byte that never begins anything
            case 2 ->
                chance.of(new byte[][] {
                    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                    {(byte) 0xC0, (byte) 0xAF},
                    {(byte) 0xFF},
                    {(byte) 0xF0, (byte) 0x9F}
                });
            default -> Values.odd(chance).getBytes(UTF_8);
        };
    }
}
