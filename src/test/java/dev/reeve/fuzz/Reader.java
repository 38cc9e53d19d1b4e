package dev.reeve.fuzz;

/**
 * One reader of what people write.
 *
 * @param corpus good files for it
 * @param reads fails if it neither takes the file for what it is nor says clearly what is wrong
 */
public record Reader(String name, Corpus corpus, Property.Check<byte[]> reads) {

    public Property<byte[]> property() {
        return new Property<>(name, new Spoiler(corpus)::next, reads, Shrink.bytes(), Seeds::shown);
    }

    @Override
    public String toString() {
        return name;
    }
}
