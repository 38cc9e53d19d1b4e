package dev.reeve.sim;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A workspace as text, one line a file, without what each start writes anew. */
public final class Tree {

    private static final Set<String> ANEW = Set.of("supervisor.json", "status.json", "STATUS.md", "metrics.prom");

    private static final String RECOVER = "\"action\":\"recover\"";

    private Tree() {}

    public static List<String> of(Disk disk, Workspace workspace) throws IOException {
        List<String> lines = new ArrayList<>();
        add(disk, workspace.root(), lines);
        return lines;
    }

    private static void add(Disk disk, Path path, List<String> lines) throws IOException {
        Stat stat = disk.stat(path);
        if (stat.isFolder()) {
            lines.add(path + "/");
            for (String name : new TreeSet<>(disk.list(path))) {
                if (!ANEW.contains(name)) {
                    add(disk, path.resolve(name), lines);
                }
            }
        } else {
            lines.add(path + ": " + (stat.isFile() ? text(disk, path) : "a link"));
        }
    }

    private static String text(Disk disk, Path file) throws IOException {
        String text = new String(disk.read(file, 0, 1 << 20), StandardCharsets.UTF_8);
        return (text.contains(RECOVER) ? text.replaceAll("\n[^\n]*" + RECOVER + "[^\n]*\n", "") : text)
                .replace("\n", "\\n");
    }
}
