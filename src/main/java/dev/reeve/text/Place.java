package dev.reeve.text;

import java.util.Comparator;

/** Where something stands in a file; lines and columns count from 1. */
public record Place(int line, int column) implements Comparable<Place> {

    /** The file as a whole. */
    public static final Place WHOLE = new Place(0, 0);

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    /** The place of a character, by its index. */
    static Place at(CharSequence text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, index - start + 1);
    }

    Place down(int lines) {
        return new Place(line + lines, column);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
