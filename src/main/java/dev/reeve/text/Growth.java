package dev.reeve.text;

/**
 * How large a tree may become. A file is small, but aliases repeat parts of it, and repeat what repeats: a kilobyte can
 * stand for more than any memory holds.
 */
final class Growth {

    static final int DEPTH = 50;
    static final int NODES = 20_000;
    private static final long CHARACTERS = 4L << 20;

    private int nodes;
    private long characters;

    void node(Place place, int depth) throws Unreadable {
        if (depth > DEPTH) {
            throw new Unreadable(place, "nested more than " + DEPTH + " levels deep", "write it flatter");
        }
        if (++nodes > NODES) {
            throw new Unreadable(
                    place, "more than " + NODES + " values, aliases written out", "write less, or without aliases");
        }
    }

    void text(Place place, String text) throws Unreadable {
        characters += text.length();
        if (characters > CHARACTERS) {
            throw new Unreadable(
                    place, "more than 4 MB of text, aliases written out", "write less, or without aliases");
        }
    }
}
