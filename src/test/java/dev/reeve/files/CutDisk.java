package dev.reeve.files;

import java.io.IOException;
import java.nio.file.Path;

/** A disk whose user is killed before the step that changes it for so many times. */
public final class CutDisk extends DelegatingDisk {

    /** Nobody cleans up after a kill. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private int left;

    /** @param steps so many are done */
    public CutDisk(Disk disk, int steps) {
        super(disk);
        this.left = steps;
    }

    /** True if somebody was killed. */
    public boolean cut() {
        return left < 0;
    }

    private void step() {
        if (--left < 0) {
            throw new Killed();
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        step();
        super.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        step();
        super.append(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        super.rename(from, to);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step();
        super.makeFolder(folder);
    }

    @Override
    public void remove(Path path) throws IOException {
        step();
        super.remove(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        step();
        super.forceFile(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step();
        super.forceFolder(folder);
    }
}
