package dev.reeve.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk on another one, to be overridden where a test looks or meddles. */
public class DelegatingDisk implements Disk {

    private final Disk disk;

    public DelegatingDisk(Disk disk) {
        this.disk = disk;
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
        disk.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        disk.append(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        disk.link(existing, name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        disk.symlink(name, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
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
