package dev.reeve.repository;

/** Something that git can't do here; the message says what, and what to do. */
public final class GitTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    public GitTrouble(String message) {
        super(message);
    }
}
