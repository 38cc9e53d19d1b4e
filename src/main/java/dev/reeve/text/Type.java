package dev.reeve.text;

/** How the values of a key are read. */
@FunctionalInterface
public interface Type<T> {

    /** @return null if the value's report now says why it can't be read */
    T read(Value value);
}
