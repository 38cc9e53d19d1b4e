package dev.reeve.sim;

import dev.reeve.files.Outside;
import java.nio.file.Path;

/** A machine with nothing on it but a workspace. */
final class NothingOutside implements Outside {

    @Override
    public Kind look(Path path) {
        return Kind.MISSING;
    }

    @Override
    public byte[] read(Path file, int limit) {
        throw new UnsupportedOperationException("nothing is there");
    }

    @Override
    public Path real(Path path) {
        return null;
    }

    @Override
    public boolean othersMayRead(Path path) {
        return false;
    }

    @Override
    public boolean othersMayWrite(Path path) {
        return false;
    }

    @Override
    public boolean isRoot() {
        return false;
    }
}
