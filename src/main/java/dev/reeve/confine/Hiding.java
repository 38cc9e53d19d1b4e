package dev.reeve.confine;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * Hides values in files, before anybody else reads them. A file is replaced whole, and only if a value stands in it; done
 * again after a crash it finds nothing.
 */
public final class Hiding {

    /** Of what is larger nobody reads the whole as a text. */
    public static final long LARGEST = 64 << 20;

    private static final int CHUNK = 1 << 20;

    /** A folder with more in it than anybody hands over is left as it is beyond this. */
    private static final int ENTRIES = 100_000;

    private final Durable durable;
    private final Mask mask;
    private final long largest;
    private int left = ENTRIES;
    private boolean any;

    private Hiding(Durable durable, Mask mask, long largest) {
        this.durable = durable;
        this.mask = mask;
        this.largest = largest;
    }

    /**
     * In a file, or in all files of a folder. What is no regular file is not looked into.
     *
     * @param largest a larger file is left as it is
     * @return true if there was anything to hide
     */
    public static boolean in(Durable durable, Path path, Mask mask, long largest) throws IOException {
        Hiding hiding = new Hiding(durable, mask, largest);
        if (!mask.isNothing()) {
            hiding.walk(path);
        }
        return hiding.any;
    }

    private void walk(Path path) throws IOException {
        Stat stat = durable.disk().stat(path);
        if (stat == null || left-- <= 0) {
            return;
        }
        if (stat.isFile()) {
            if (stat.size() <= largest) {
                file(path);
            }
        } else if (stat.isFolder()) {
            for (String name : new TreeSet<>(durable.disk().list(path))) {
                walk(path.resolve(name));
            }
        }
    }

    private void file(Path file) throws IOException {
        try {
            if (copy(file, null)) {
                rewrite(file);
                any = true;
            }
        } catch (NoSuchFileException e) {
            // whoever wrote it has taken it back
        }
    }

    private void rewrite(Path file) throws IOException {
        Durable.Staged staged = durable.stage(file, new byte[0]);
        try {
            copy(file, staged.temporary());
        } catch (IOException e) {
            durable.discard(staged);
            throw e;
        }
        durable.put(staged);
    }

    /**
     * @param to null: only looks, as far as the first value
     * @return true if a value stands in it
     */
    private boolean copy(Path file, Path to) throws IOException {
        // a value may begin at the end of one chunk and end in the next
        int overlap = mask.longest() - 1;
        byte[] window = new byte[overlap + CHUNK];
        int kept = 0;
        boolean found = false;
        for (long offset = 0; ; ) {
            byte[] chunk = durable.disk().read(file, offset, CHUNK);
            System.arraycopy(chunk, 0, window, kept, chunk.length);
            int length = kept + chunk.length;
            offset += chunk.length;
            found |= mask.hideIn(window, length);
            if (to == null && found) {
                return true;
            }
            boolean last = chunk.length < CHUNK;
            kept = last ? 0 : Math.min(overlap, length);
            if (to != null && length > kept) {
                durable.disk().append(to, Arrays.copyOf(window, length - kept));
            }
            System.arraycopy(window, length - kept, window, 0, kept);
            if (last) {
                return found;
            }
        }
    }
}
