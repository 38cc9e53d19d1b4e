package dev.reeve.cli.demo;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A picture of a folder: what is opened is shown with what is in it, and what is empty is left out. */
public final class FolderTree {

    private static final int REMARKS_FROM = 30;

    private final Disk disk;
    private final Map<Path, String> remarks = new HashMap<>();
    private final TreeSet<Path> opened = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();

    public FolderTree(Disk disk) {
        this.disk = disk;
    }

    /** Shows what is in it, and so in all folders above. */
    public FolderTree open(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            opened.add(at);
        }
        return this;
    }

    public FolderTree remark(Path path, String remark) {
        remarks.put(path, remark);
        return this;
    }

    public List<String> draw(Path root) throws IOException {
        lines.clear();
        lines.add(root + "/");
        children(root, "");
        return List.copyOf(lines);
    }

    private void children(Path folder, String indent) throws IOException {
        List<Path> shown = new ArrayList<>();
        for (String name : new TreeSet<>(disk.list(folder))) {
            Path path = folder.resolve(name);
            if (!name.startsWith(".") && !isEmptyFolder(path)) {
                shown.add(path);
            }
        }
        for (Path path : shown) {
            boolean isLast = path.equals(shown.get(shown.size() - 1));
            line(path, indent + (isLast ? "└── " : "├── "));
            if (isFolder(path) && opened.contains(path)) {
                children(path, indent + (isLast ? "    " : "│   "));
            }
        }
    }

    private void line(Path path, String indent) throws IOException {
        String line = indent + path.getFileName() + (isFolder(path) ? "/" : "");
        String remark = remarks.get(path);
        lines.add(remark == null ? line : line + " ".repeat(Math.max(2, REMARKS_FROM - line.length())) + remark);
    }

    private boolean isFolder(Path path) throws IOException {
        Stat stat = disk.stat(path);
        return stat != null && stat.isFolder();
    }

    private boolean isEmptyFolder(Path path) throws IOException {
        return isFolder(path) && disk.list(path).isEmpty();
    }
}
