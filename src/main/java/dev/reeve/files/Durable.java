package dev.reeve.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The composites that stand above the single steps: each is complete, and forced, when it returns. */
public final class Durable {

    private static final int CHUNK = 1 << 20;

    /** As {@link #temporaryFor} makes them. */
    private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.[0-9a-f]{1,16}\\.tmp");

    private final Disk disk;
    private final LongSupplier unique;

    /** @param unique gives a number that no temporary name has yet */
    public Durable(Disk disk, LongSupplier unique) {
        this.disk = disk;
        this.unique = unique;
    }

    public Disk disk() {
        return disk;
    }

    public boolean exists(Path path) throws IOException {
        return disk.stat(path) != null;
    }

    /**
     * A new content of a file that is written, but not in its place yet. It is put there once it is forced.
     *
     * @param temporary where it is until then
     */
    public record Staged(Path temporary, Path file) {}

    /** Writes what will replace a file. It is neither forced nor in its place. */
    public Staged stage(Path file, byte[] content) throws IOException {
        return stage(file.getParent(), file, content);
    }

    private Staged stage(Path folder, Path file, byte[] content) throws IOException {
        Staged staged = new Staged(temporaryFor(folder, file), file);
        try {
            disk.create(staged.temporary, content);
        } catch (IOException e) {
            discard(staged);
            throw e;
        }
        return staged;
    }

    /** Copies what will replace a file. It is neither forced nor in its place. */
    public Staged stageCopy(Path from, Path file) throws IOException {
        Staged staged = new Staged(temporaryFor(file.getParent(), file), file);
        try {
            byte[] chunk = disk.read(from, 0, CHUNK);
            disk.create(staged.temporary, chunk);
            for (long offset = chunk.length; chunk.length == CHUNK; offset += chunk.length) {
                chunk = disk.read(from, offset, CHUNK);
                if (chunk.length > 0) {
                    disk.append(staged.temporary, chunk);
                }
            }
        } catch (IOException e) {
            discard(staged);
            throw e;
        }
        return staged;
    }

    /** Puts what was staged, and forced, into its place. The folder is still to be forced. */
    public void put(Staged staged) throws IOException {
        try {
            disk.rename(staged.temporary, staged.file);
        } catch (IOException e) {
            discard(staged);
            throw e;
        }
    }

    /** A leftover under a dot-name harms nobody until the next start sweeps it, so that nothing is said. */
    public void discard(Staged staged) {
        try {
            disk.remove(staged.temporary);
        } catch (IOException e) {
            // the first error is the one to tell
        }
    }

    /** Replaces a file whole: a reader sees the old content or the new, a power cut leaves one of the two. */
    public void replace(Path file, byte[] content) throws IOException {
        putForced(stage(file, content));
    }

    /** As {@link #replace}, with the temporary name in a folder that is swept, where that of the file is not. */
    public void replaceBy(Path folder, Path file, byte[] content) throws IOException {
        putForced(stage(folder, file, content));
    }

    private void putForced(Staged staged) throws IOException {
        try {
            disk.forceFile(staged.temporary);
        } catch (IOException e) {
            discard(staged);
            throw e;
        }
        put(staged);
        disk.forceFolder(staged.file.getParent());
    }

    /** As {@link #replace}, for what may be lost or stale after a power cut because it can be made again. */
    public void replaceUnforced(Path file, byte[] content) throws IOException {
        put(stage(file, content));
    }

    /** Points a symbolic link elsewhere, atomically. */
    public void replaceLink(Path link, String target) throws IOException {
        Staged staged = new Staged(temporaryFor(link.getParent(), link), link);
        disk.symlink(staged.temporary, target);
        put(staged);
    }

    /**
     * Claims a name for a file that is whole from the first moment, and lasts.
     *
     * @return false if somebody has the name already
     */
    public boolean linkWhole(Path name, byte[] content) throws IOException {
        Staged staged = stage(name, content);
        try {
            disk.forceFile(staged.temporary);
            if (!link(staged)) {
                return false;
            }
        } finally {
            discard(staged);
        }
        disk.forceFolder(name.getParent());
        return true;
    }

    /** As {@link #linkWhole}, for a claim that means nothing after a power cut. */
    public boolean linkUnforced(Path name, byte[] content) throws IOException {
        Staged staged = stage(name, content);
        try {
            return link(staged);
        } finally {
            discard(staged);
        }
    }

    private boolean link(Staged staged) throws IOException {
        try {
            disk.link(staged.temporary, staged.file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Moves something between folders for good. The new name must not be taken. */
    public void move(Path from, Path to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        disk.rename(from, to);
        // a rename is one change: with its new name the end of its old one lasts
        disk.forceFolder(to.getParent());
    }

    /** Makes a folder if it is not there, and forces its name. Its parent must be there. */
    public void ensureFolder(Path folder) throws IOException {
        if (makeIfMissing(folder)) {
            disk.forceFolder(folder.getParent());
        }
    }

    /**
     * Makes a folder if it is not there. Its name lasts with the first thing in it that does.
     *
     * @return true if it was not there
     */
    public boolean makeIfMissing(Path folder) throws IOException {
        if (exists(folder)) {
            return false;
        }
        try {
            disk.makeFolder(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            // somebody was quicker
            return false;
        }
    }

    /** A whole file of Reeve's own, or null if it is not there. */
    public byte[] readIfThere(Path file, int limit) throws IOException {
        try {
            Stat stat = disk.stat(file);
            return stat == null || !stat.isFile() ? null : disk.read(file, 0, limit);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Copies a regular file, whole and forced, over the one that has the name. */
    public void copyFile(Path from, Path to) throws IOException {
        putForced(stageCopy(from, to));
    }

    /** Copies the regular files and folders of a tree; links and devices are left out. */
    public void copyTree(Path from, Path to) throws IOException {
        Stat stat = disk.stat(from);
        if (stat == null) {
            return;
        }
        if (stat.isFile()) {
            copyFile(from, to);
        } else if (stat.isFolder()) {
            makeIfMissing(to);
            for (String name : sorted(from)) {
                copyTree(from.resolve(name), to.resolve(name));
            }
        }
    }

    /** Forces everything in a tree that others wrote, leaves first. */
    public void forceTree(Path path) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null) {
            return;
        }
        if (stat.isFile()) {
            disk.forceFile(path);
        } else if (stat.isFolder()) {
            for (String name : sorted(path)) {
                forceTree(path.resolve(name));
            }
            disk.forceFolder(path);
        }
    }

    /** Removes a tree, never through a link. What vanishes meanwhile is gone as wanted. */
    public void removeTree(Path path) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null) {
            return;
        }
        try {
            if (stat.isFolder()) {
                for (String name : sorted(path)) {
                    removeTree(path.resolve(name));
                }
            }
            disk.remove(path);
        } catch (NoSuchFileException e) {
            // somebody was quicker
        }
    }

    private List<String> sorted(Path folder) throws IOException {
        List<String> names = disk.list(folder);
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** What the file was to become that has this name; null if no file gets such a name here. */
    public static String nameBehind(String temporary) {
        Matcher form = TEMPORARY.matcher(temporary);
        return form.matches() ? form.group(1) : null;
    }

    private Path temporaryFor(Path folder, Path file) {
        return folder.resolve("." + file.getFileName() + "." + Long.toHexString(unique.getAsLong()) + ".tmp");
    }
}
