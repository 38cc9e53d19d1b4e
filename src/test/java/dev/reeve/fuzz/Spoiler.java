package dev.reeve.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spoils a good file by chance: a few small changes mostly, now and then something made to hurt. */
public final class Spoiler {

    /** A little more than any reader of Reeve's takes from a person. */
    private static final int LARGEST = 1_200_000;

    private static final int MOST_CHANGES = 4;

    /** One way to spoil something. */
    @FunctionalInterface
    interface Change {
        byte[] apply(byte[] content, Chance chance);
    }

    private final Corpus corpus;

    public Spoiler(Corpus corpus) {
        this.corpus = corpus;
    }

    /** A good file of this kind, spoiled or, rarely, as it is. */
    public byte[] next(Chance chance) {
        return changed(base(chance), chance.between(0, MOST_CHANGES), chance);
    }

    /** This file, spoiled. */
    public byte[] spoil(byte[] content, Chance chance) {
        return changed(content, chance.between(1, MOST_CHANGES), chance);
    }

    private static byte[] changed(byte[] base, int changes, Chance chance) {
        byte[] content = base;
        List<Change> all = changes(chance);
        for (int i = 0; i < changes; i++) {
            content = chance.of(all).apply(content, chance);
        }
        return content.length > LARGEST ? Arrays.copyOf(content, LARGEST) : content;
    }

    private byte[] base(Chance chance) {
        if (chance.oneIn(25)) {
            return chance.bytes(chance.below(300));
        }
        if (chance.oneIn(25)) {
            return Grammar.random(chance);
        }
        if (chance.oneIn(40)) {
            return Traps.of(corpus.syntax, chance);
        }
        byte[] good = chance.of(corpus.files());
        return chance.oneIn(12) ? splice(good, chance.of(corpus.files()), chance) : good;
    }

    private static byte[] splice(byte[] one, byte[] other, Chance chance) {
        byte[] begin = Arrays.copyOf(one, chance.below(one.length + 1));
        byte[] end = Arrays.copyOfRange(other, chance.below(other.length + 1), other.length);
        return Bytes.join(begin, end);
    }

    /** Lines more often than bytes: what is broken at once says little about what comes after. */
    private static List<Change> changes(Chance chance) {
        List<Change> changes = new ArrayList<>(Lines.CHANGES);
        if (chance.oneIn(4)) {
            changes.addAll(Bytes.CHANGES);
        }
        return changes;
    }
}
