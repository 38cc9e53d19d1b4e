package dev.reeve.sim;

import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the way along a path as the kernel does: links are followed on the way, and never at its end. */
final class Lookup {

    private static final int MOST_LINKS = 40;
    private static final int LONGEST_NAME = 255;

    private final Node root;

    Lookup(Node root) {
        this.root = root;
    }

    /**
     * The last name of a path, in its folder.
     *
     * @param above the folder and all above it
     * @param node what has the name; null if nothing has
     */
    record Found(Path path, Node folder, String name, List<Node> above, Node node) {

        Node there() throws NoSuchFileException {
            if (node == null) {
                throw new NoSuchFileException(path.toString());
            }
            return node;
        }
    }

    Found find(Path path) throws IOException {
        return find(path, path, 0);
    }

    private Found find(Path path, Path asked, int links) throws IOException {
        Path clean = path.normalize();
        Node folder = root;
        List<Node> above = new ArrayList<>(List.of(root));
        for (int i = 0; i < clean.getNameCount() - 1; i++) {
            String name = clean.getName(i).toString();
            Node next = folder.names.get(name);
            if (next == null) {
                throw new NoSuchFileException(asked.toString());
            }
            if (next.kind == Stat.Kind.LINK) {
                if (links == MOST_LINKS) {
                    throw new FileSystemException(asked.toString(), null, "Too many levels of symbolic links");
                }
                Path here = i == 0 ? clean.getRoot() : clean.getRoot().resolve(clean.subpath(0, i));
                Path rest = clean.subpath(i + 1, clean.getNameCount());
                return find(here.resolve(next.target).resolve(rest), asked, links + 1);
            }
            if (!next.isFolder()) {
                throw new FileSystemException(asked.toString(), null, "Not a directory");
            }
            folder = next;
            above.add(folder);
        }
        if (clean.getNameCount() == 0) {
            return new Found(asked, root, "", above, root);
        }
        String last = clean.getFileName().toString();
        if (last.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new FileSystemException(asked.toString(), null, "File name too long");
        }
        return new Found(asked, folder, last, above, folder.names.get(last));
    }
}
