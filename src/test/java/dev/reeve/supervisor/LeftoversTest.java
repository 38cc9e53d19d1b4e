package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final String TASK = "20261120-140211-k3f9-hi";

    @TempDir
    Path folder;

    @Test
    void onlyWhatASupervisorLeftIsSwept() throws IOException {
        Bench bench = new Bench(folder);
        Path root = bench.workspace.root();
        List<String> ours = List.of(
                ".STATUS.md.1f.tmp",
                "state/.rates.json.1f.tmp",
                "state/.record.json.1f.tmp",
                "tasks/.reeve-1f.tmp",
                "agents/hello/tasks/.reeve-1f.tmp",
                "held/" + TASK + "/.record.json.1f.tmp",
                "running/" + TASK + "/attempts/2/.exit.ffffffffffffffff.tmp",
                "running/" + TASK + "/attempts/2/.stdout.log.1f.tmp",
                "queue/." + TASK + "/.why.md.1f.tmp",
                "rejected/.20261120-140211-hi/.why.md.1f.tmp");
        List<String> theirs = List.of(
                ".notes.1f.tmp",
                ".STATUS.md.tmp",
                ".reeve.yaml.1f.tmp",
                "agents/hello/.agent.yaml.1f.tmp",
                "tasks/.reeve-init-77.tmp",
                "tasks/." + TASK + "/.task.md.1f.tmp",
                "held/" + TASK + "/.task.md.1f.tmp",
                "held/" + TASK + "/files/.record.json.1f.tmp",
                "held/" + TASK + "/.why.md.1f.tmp/a-folder",
                "running/" + TASK + "/attempts/2/door/.result.md.1f.tmp",
                "rejected/20261120-hi/.why.md.1f.tmp",
                "done/2026-11-19/" + TASK + "/.record.json.1f.tmp");
        for (String name : Stream.concat(ours.stream(), theirs.stream()).toList()) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.createFile(root.resolve(name));
        }
        Files.createSymbolicLink(root.resolve("agents/hello/.last.1f.tmp"), root.resolve(TASK));

        new Leftovers(bench.durable, bench.workspace).sweep();

        try (Stream<Path> left = Files.walk(root).filter(path -> !Files.isDirectory(path))) {
            assertEquals(
                    new TreeSet<>(theirs),
                    new TreeSet<>(
                            left.map(path -> root.relativize(path).toString()).toList()));
        }
    }
}
