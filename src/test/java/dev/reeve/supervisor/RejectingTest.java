package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectingTest {

    @TempDir
    Path folder;

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    @Test
    void whatIsNamedLikeThePageIsNotTakenForItWhenAMoveWasCutOff() throws IOException {
        Bench bench = new Bench(folder);
        Kit kit = new Kit(
                bench.durable,
                bench.workspace,
                null,
                bench.time,
                new Random(1)::nextLong,
                bench.audit(),
                new Problems(),
                ATeam.of()::team);
        Path rejected = bench.workspace.rejected();
        for (String name : List.of("why.md", ".why.md.late")) {
            Path thing = Files.writeString(bench.workspace.tasks().resolve(name), "mine");
            new Rejecting(kit, new Today()).stray(thing, "tasks/", "It is odd.");

            Path there = list(rejected).get(0);
            Path cutOff = Files.move(there, there.resolveSibling("." + there.getFileName()));
            new Rejecting(kit, new Today()).resume();

            assertEquals(List.of(there), list(rejected), cutOff + " is on its way no more");
            assertEquals("mine", Files.readString(there.resolve("dropped-" + name)));
            Files.move(there, folder.resolve(there.getFileName()));
        }
    }
}
