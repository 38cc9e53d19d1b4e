package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.files.RealDisk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** A disk on which nothing more can be written while it is full. */
final class FullDisk implements Disk {

    volatile boolean full;
    volatile int refused;

    private final Disk disk = new RealDisk();

    private void write(Path path) throws IOException {
        if (full) {
            refused++;
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public Stat stat(Path path) throws IOException {
        return disk.stat(path);
    }

    @Override
    public byte[] read(Path file, long offset, int limit) throws IOException {
        return disk.read(file, offset, limit);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        write(file);
        disk.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        write(file);
        disk.append(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        write(name);
        disk.link(existing, name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        write(name);
        disk.symlink(name, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        write(folder);
        disk.makeFolder(folder);
    }

    @Override
    public void remove(Path path) throws IOException {
        disk.remove(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        disk.forceFile(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public HeldLock lock(Path file) throws IOException {
        return disk.lock(file);
    }
}
