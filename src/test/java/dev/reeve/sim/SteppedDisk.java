package dev.reeve.sim;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The simulated disk as one process sees it: each of its steps that changes something is announced first. */
public final class SteppedDisk implements Disk {

    private final SimDisk disk;
    private final Steps steps;
    private boolean dead;

    public SteppedDisk(SimDisk disk, Steps steps) {
        this.disk = disk;
        this.steps = steps;
    }

    private void before(String what, Steps.Part part) throws IOException {
        if (dead) {
            // a finally block of a process that is not there any more
            throw new Crash("after the end: " + what);
        }
        try {
            steps.before(what, part);
        } catch (Crash e) {
            dead = true;
            throw e;
        }
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
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
        before("create " + file, torn -> torn.create(file, half(content)));
        disk.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        before("append " + file, torn -> torn.append(file, half(content)));
        disk.append(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        before("rename " + from + " to " + to, null);
        disk.rename(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        before("link " + existing + " as " + name, null);
        disk.link(existing, name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        before("symlink " + name, null);
        disk.symlink(name, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        before("make folder " + folder, null);
        disk.makeFolder(folder);
    }

    @Override
    public void remove(Path path) throws IOException {
        before("remove " + path, null);
        disk.remove(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        before("force file " + file, null);
        disk.forceFile(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        before("force folder " + folder, null);
        disk.forceFolder(folder);
    }

    @Override
    public HeldLock lock(Path file) throws IOException {
        before("lock " + file, null);
        return disk.lock(file);
    }
}
