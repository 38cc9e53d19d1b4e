package dev.reeve.sim;

import dev.reeve.files.DelegatingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The simulated disk as one process sees it: each of its steps that changes something is announced first. */
public final class SteppedDisk extends DelegatingDisk {

    private final Steps steps;
    private boolean dead;

    public SteppedDisk(SimDisk disk, Steps steps) {
        super(disk);
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
    public void create(Path file, byte[] content) throws IOException {
        before("create " + file, torn -> torn.create(file, half(content)));
        super.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        before("append " + file, torn -> torn.append(file, half(content)));
        super.append(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        before("rename " + from + " to " + to, null);
        super.rename(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        before("link " + existing + " as " + name, null);
        super.link(existing, name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        before("symlink " + name, null);
        super.symlink(name, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        before("make folder " + folder, null);
        super.makeFolder(folder);
    }

    @Override
    public void remove(Path path) throws IOException {
        before("remove " + path, null);
        super.remove(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        before("force file " + file, null);
        super.forceFile(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        before("force folder " + folder, null);
        super.forceFolder(folder);
    }

    @Override
    public HeldLock lock(Path file) throws IOException {
        before("lock " + file, null);
        return super.lock(file);
    }
}
