package dev.reeve.sim;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A disk in memory that refuses what Linux refuses, and knows of everything in it whether a power cut would leave it.
 *
 * <p>It is a journalling file system: a rename is one change, so that after a power cut a thing is under its old name or
 * its new one, never under both and never under neither, even if only one of two folders was forced. This is taken from
 * ext4, XFS, Btrfs and APFS, for which it is true. A file that was forced while its name was not is gone, and a name that
 * was forced while its file was not stands for an empty file or a torn one.
 */
public final class SimDisk implements Disk {

    private final Supplier<Instant> clock;
    private final Node root;
    private final Lookup lookup;
    private final Journal journal = new Journal();
    private final Set<Node> locked = new HashSet<>();
    private long lastNumber;
    private Consumer<Path> changed = path -> {};

    public SimDisk(Supplier<Instant> clock) {
        this(clock, new Node(1, Stat.Kind.FOLDER, null, clock.get()), 1);
    }

    private SimDisk(Supplier<Instant> clock, Node root, long lastNumber) {
        this.clock = clock;
        this.root = root;
        this.lookup = new Lookup(root);
        this.lastNumber = lastNumber;
    }

    /** The disk as the next boot finds it. This one stays as it is. */
    public SimDisk afterPowerCut(Survival survival, Supplier<Instant> nextClock) {
        return new SimDisk(nextClock, new Remains(journal.survivors(survival), survival).of(root), lastNumber);
    }

    /** Tells of every path whose name or content has changed, as a watcher of all folders would hear it. */
    public void onChange(Consumer<Path> listener) {
        changed = listener;
    }

    /** The paths at which a power cut could leave something else than there is now. */
    public Set<Path> unforced() {
        Set<Path> paths = new TreeSet<>();
        unforced(root, Path.of("/"), paths);
        return paths;
    }

    private static void unforced(Node node, Path path, Set<Path> paths) {
        if (node.durableLength < node.content.length) {
            paths.add(path);
        }
        Set<String> names = new HashSet<>(node.names.keySet());
        names.addAll(node.durableNames.keySet());
        for (String name : names) {
            Node child = node.names.get(name);
            if (child != node.durableNames.get(name)) {
                paths.add(path.resolve(name));
            }
            if (child != null) {
                unforced(child, path.resolve(name), paths);
            }
        }
    }

    /** A process has died: its locks are free, everything else stays. */
    public void locksReleased() {
        locked.clear();
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        Node node = lookup.find(folder).there();
        if (!node.isFolder()) {
            throw new NotDirectoryException(folder.toString());
        }
        return new ArrayList<>(node.names.keySet());
    }

    @Override
    public Stat stat(Path path) throws IOException {
        try {
            Node node = lookup.find(path).node();
            return node == null ? null : node.stat();
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            if ("Not a directory".equals(e.getReason()) || "File name too long".equals(e.getReason())) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public byte[] read(Path file, long offset, int limit) throws IOException {
        Node node = regular(file);
        int from = (int) Math.min(offset, node.content.length);
        int to = Math.min(node.content.length, from + Math.min(limit, node.content.length - from));
        return Arrays.copyOfRange(node.content, from, to);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        make(file, Stat.Kind.FILE, null).append(content, clock.get());
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        Node node = lookup.find(file).node();
        (node == null ? make(file, Stat.Kind.FILE, null) : regular(file)).append(content, clock.get());
        changed.accept(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Lookup.Found old = lookup.find(from);
        Lookup.Found wanted = lookup.find(to);
        Node node = old.there();
        Node there = wanted.node();
        if (node == there) {
            // two names of one file: the kernel leaves both
            return;
        }
        if (wanted.above().contains(node)) {
            throw new FileSystemException(from.toString(), to.toString(), "Invalid argument");
        }
        if (there != null && there.isFolder() && old.above().contains(there)) {
            throw new FileSystemException(from.toString(), to.toString(), "Directory not empty");
        }
        if (there != null && node.isFolder() != there.isFolder()) {
            throw new FileSystemException(
                    from.toString(), to.toString(), node.isFolder() ? "Not a directory" : "Is a directory");
        }
        if (there != null && !there.names.isEmpty()) {
            throw new FileSystemException(from.toString(), to.toString(), "Directory not empty");
        }
        old.folder().names.remove(old.name());
        wanted.folder().names.put(wanted.name(), node);
        touch(old.folder(), wanted.folder());
        journal.rename(old.folder(), old.name(), wanted.folder(), wanted.name(), node, there, wanted.above());
        changed.accept(from);
        changed.accept(to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        Node node = lookup.find(existing).there();
        Lookup.Found wanted = free(name);
        if (node.isFolder()) {
            throw new FileSystemException(name.toString(), existing.toString(), "Operation not permitted");
        }
        place(wanted, node);
        changed.accept(name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        make(name, Stat.Kind.LINK, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        make(folder, Stat.Kind.FOLDER, null);
    }

    @Override
    public void remove(Path path) throws IOException {
        Lookup.Found found = lookup.find(path);
        Node node = found.there();
        if (!node.names.isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        found.folder().names.remove(found.name());
        touch(found.folder());
        journal.unlink(found.folder(), found.name(), node);
        changed.accept(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        force(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        force(folder);
    }

    private void force(Path path) throws IOException {
        Node node = followedNever(path);
        node.durableLength = node.content.length;
        if (node.isFolder()) {
            journal.force(node);
        }
    }

    @Override
    public HeldLock lock(Path file) throws IOException {
        Node node = lookup.find(file).node() == null ? make(file, Stat.Kind.FILE, null) : regular(file);
        if (!locked.add(node)) {
            return null;
        }
        return new HeldLock() {
            @Override
            public boolean stillNamed() throws IOException {
                Stat now = stat(file);
                return locked.contains(node) && now != null && now.sameFile(node.stat());
            }

            @Override
            public void close() {
                locked.remove(node);
            }
        };
    }

    /** A file that somebody keeps open: it is written to wherever it is moved. */
    public interface OpenFile {
        void append(byte[] content);
    }

    public OpenFile open(Path file) throws IOException {
        Node node = opened(file);
        return content -> node.append(content, clock.get());
    }

    Node opened(Path file) throws IOException {
        return lookup.find(file).there();
    }

    private Node regular(Path file) throws IOException {
        Node node = followedNever(file);
        if (!node.isFile()) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        return node;
    }

    private Node followedNever(Path path) throws IOException {
        Node node = lookup.find(path).there();
        if (node.kind == Stat.Kind.LINK) {
            throw new FileSystemException(path.toString(), null, "Too many levels of symbolic links");
        }
        return node;
    }

    private Node make(Path path, Stat.Kind kind, String target) throws IOException {
        Lookup.Found wanted = free(path);
        Node node = new Node(++lastNumber, kind, target, clock.get());
        place(wanted, node);
        changed.accept(path);
        return node;
    }

    private Lookup.Found free(Path path) throws IOException {
        Lookup.Found wanted = lookup.find(path);
        if (wanted.node() != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return wanted;
    }

    private void place(Lookup.Found wanted, Node node) {
        wanted.folder().names.put(wanted.name(), node);
        touch(wanted.folder());
        journal.link(wanted.folder(), wanted.name(), node);
    }

    private void touch(Node... folders) {
        for (Node folder : folders) {
            folder.modified = clock.get();
        }
    }
}
