package dev.reeve.message;

/** One line of an inbox. */
public sealed interface Entry {

    Position at();

    record Received(Position at, Message message) implements Entry {}

    /**
     * What is no message. It goes to {@code rejected/}, and reading goes on behind it.
     *
     * @param length of the whole line in bytes
     * @param reason on one line, for its sender
     * @param beginning of the line: all of it, or as much as is worth keeping
     */
    record Malformed(Position at, long length, String reason, byte[] beginning) implements Entry {}
}
