package dev.reeve.event;

/** What a template comes to: the words of whoever wrote it, and between them what came from outside. */
sealed interface Piece {

    String text();

    /** Of the template itself; also a truth from outside, which is one of two words. */
    record Words(String text) implements Piece {}

    /** @param path of the field, as in {@code event.body.subject} */
    record Outside(String path, String text) implements Piece {}
}
