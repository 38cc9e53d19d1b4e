package dev.reeve.launch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collection;

/**
 * The charset in which names and variables leave Java for the system. In a locale without UTF-8 Java silently writes a
 * question mark for what it can't express, so that is refused before it reaches a process.
 */
final class NativeText {

    private NativeText() {}

    static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }

    /** @param what the thing to be said of a text that can't be expressed: never a value, it may be a secret */
    static void check(Collection<String> texts, Charset charset, String what) throws IOException {
        for (String text : texts) {
            if (!charset.newEncoder().canEncode(text)) {
                throw new IOException(what + " has letters that the locale of Reeve itself (" + charset
                        + ") can't express; start Reeve with LC_ALL=C.UTF-8 or another UTF-8 locale");
            }
        }
    }
}
