package dev.reeve.text;

/** With which conversation a run goes on: with none, with its agent's last, with one that has a label, or with a task's. */
public final class Session {

    /** With none. */
    public static final String FRESH = "fresh";

    /** With the agent's last. */
    public static final String CONTINUE = "continue";

    /** A label becomes the name of a folder; an id of a task has the same letters. */
    public static final Type<String> TYPE = value -> {
        String text = value.scalar("fresh, continue, a label, or the id of a task that has ended");
        return text == null ? null : Names.NAME_OF_ONE.read(value);
    };

    private Session() {}
}
