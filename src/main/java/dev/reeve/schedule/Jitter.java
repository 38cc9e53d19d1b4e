package dev.reeve.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;

/** What looks like chance and is the same at each look. */
final class Jitter {

    private Jitter() {}

    static Duration of(String name, Instant slot, Duration most) {
        return most.isZero() ? most : Duration.ofMillis(Math.floorMod(number(name, slot), most.toMillis()));
    }

    static long number(String name, Instant slot) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((name + "\n" + slot).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
