package dev.reeve.supervisor;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A disk on which nothing more can be written while it is full. */
final class FullDisk extends DelegatingDisk {

    volatile boolean full;
    volatile int refused;

    FullDisk() {
        super(new RealDisk());
    }

    private void write(Path path) throws IOException {
        if (full) {
            refused++;
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        write(file);
        super.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        write(file);
        super.append(file, content);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        write(name);
        super.link(existing, name);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        write(name);
        super.symlink(name, target);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        write(folder);
        super.makeFolder(folder);
    }
}
