package dev.reeve.text;

/** A key that a file may have, and how its value is read. */
public record Key<T>(String name, Type<T> type) {}
