package dev.reeve.launch;

/** Something that a person wrote keeps a process from being started; the message says what, and what to write. */
public final class Unlaunchable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unlaunchable(String message) {
        super(message);
    }
}
