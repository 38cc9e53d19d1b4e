package dev.reeve.confine;

import java.nio.file.Path;

/**
 * One piece of what can be seen inside a sandbox. A later one lies over an earlier one.
 *
 * @param from what is seen; null where nothing is
 * @param at under which path
 */
public record Mount(Kind kind, Path from, Path at) {

    public enum Kind {
        /** Can be read. */
        READ,
        /** Can be read and changed. */
        WRITE,
        /** Nothing is seen of what is there, but for what later ones show. */
        HIDE,
        /** An empty folder, for its name. */
        NAME
    }

    static Mount read(Path path) {
        return new Mount(Kind.READ, path, path);
    }

    static Mount write(Path path) {
        return new Mount(Kind.WRITE, path, path);
    }

    static Mount hide(Path path) {
        return new Mount(Kind.HIDE, null, path);
    }

    static Mount name(Path path) {
        return new Mount(Kind.NAME, null, path);
    }

    /** True if what is seen there is what is there. */
    boolean isAsItIs() {
        return at.equals(from);
    }
}
