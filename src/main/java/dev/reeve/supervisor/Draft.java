package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a step writes in the folder of its task: neither forced nor in its place yet, so that it may still be dropped. */
final class Draft {

    /** @param from moved as it is, with all that is in it */
    private record Taken(Path from, Path to) {}

    private final Durable durable;
    private final List<Durable.Staged> written = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();
    private final List<Path> keptTrees = new ArrayList<>();

    Draft(Durable durable) {
        this.durable = durable;
    }

    void write(Path file, byte[] content) throws IOException {
        written.add(durable.stage(file, content));
    }

    void copy(Path from, Path file) throws IOException {
        written.add(durable.stageCopy(from, file));
    }

    /** Takes over a tree that others made. */
    void take(Path from, Path to) {
        taken.add(new Taken(from, to));
    }

    /** Lets a file of others, or the names in a folder of theirs, outlast a power cut where it is. */
    void keep(Path path) {
        kept.add(path);
    }

    /** The same, for all that is in a folder. */
    void keepTree(Path folder) {
        keptTrees.add(folder);
    }

    boolean isEmpty() {
        return written.isEmpty() && taken.isEmpty();
    }

    void force() throws IOException {
        for (Durable.Staged one : written) {
            durable.disk().forceFile(one.temporary());
        }
        for (Taken one : taken) {
            durable.forceTree(one.from());
        }
        for (Path tree : keptTrees) {
            durable.forceTree(tree);
        }
        for (Path path : kept) {
            Stat stat = durable.disk().stat(path);
            if (stat != null && stat.isFolder()) {
                durable.disk().forceFolder(path);
            } else if (stat != null && stat.isFile()) {
                durable.disk().forceFile(path);
            }
        }
    }

    /** Everything into its place. The folder is still to be forced. */
    void put() throws IOException {
        for (Durable.Staged one : written) {
            durable.put(one);
        }
        for (Taken one : taken) {
            durable.disk().rename(one.from(), one.to());
        }
    }

    /** What is in its place already stays there: the step is done again, and replaces it. */
    void drop() {
        written.forEach(durable::discard);
    }
}
