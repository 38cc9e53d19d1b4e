package dev.reeve.supervisor;

import dev.reeve.fuzz.Chance;
import dev.reeve.fuzz.Corpus;
import dev.reeve.fuzz.OddNames;
import dev.reeve.fuzz.Spoiler;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Things that somebody leaves in doors and in other folders, by chance. */
final class OddDrops {

    private static final Map<String, Corpus> KINDS = Map.of(
            "md", Corpus.MARKDOWN, "yaml", Corpus.YAML, "yml", Corpus.YAML, "json", Corpus.JSON, "txt", Corpus.TEXT);

    private static final List<String> DOORS = List.of(
            "tasks",
            "tasks",
            "agents/hello/tasks",
            "agents/helper/tasks",
            "agents/nobody/tasks",
            "agents/Bad Name/tasks",
            "events");

    private static final List<String> FOLDERS = List.of(
            "queue",
            "waiting",
            "running",
            "held",
            "failed",
            "done",
            "done/2026-11-20",
            "rejected",
            "agents",
            "shared",
            "schedules",
            "presets",
            "agents/hello",
            "agents/hello/work",
            ".");

    private OddDrops() {}

    static List<Deed> some(Chance chance) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = chance.between(1, 6); i > 0; i--) {
            deeds.add(one(chance));
        }
        return deeds;
    }

    private static Deed one(Chance chance) {
        boolean door = !chance.oneIn(4);
        String folder = chance.of(door ? DOORS : FOLDERS);
        String name = OddNames.any(chance);
        int kind = chance.below(10);
        return kind < 6
                ? file(folder, name, chance)
                : kind < 9 ? folder(folder, name, chance) : link(folder, name, chance);
    }

    private static byte[] content(String name, Chance chance) {
        if (chance.oneIn(20)) {
            return new byte[0];
        }
        Corpus corpus =
                KINDS.getOrDefault(Drop.extension(name), chance.of(Corpus.MARKDOWN, Corpus.RECORD, Corpus.TEXT));
        return new Spoiler(corpus).next(chance);
    }

    private static Deed file(String folder, String name, Chance chance) {
        byte[] content = content(name, chance);
        return at(folder, name, "a file of " + content.length + " bytes", (disk, path) -> disk.create(path, content));
    }

    private static Deed link(String folder, String name, Chance chance) {
        String target = chance.of("/outside", "/outside/secret.md", "../outside", ".", "nowhere", "../queue");
        return at(folder, name, "a link to " + target, (disk, path) -> disk.symlink(path, target));
    }

    private static Deed folder(String folder, String name, Chance chance) {
        List<Deed> parts = new ArrayList<>();
        String task = chance.of("task.md", "task.md", "task.json", "task.yaml", "TASK.md", "tasks.md");
        if (!chance.oneIn(5)) {
            parts.add(file("", task, chance));
        }
        for (int i = chance.below(3); i > 0; i--) {
            String part = OddNames.any(chance);
            parts.add(chance.oneIn(6) ? link("", part, chance) : file("", part, chance));
        }
        int deep = chance.oneIn(8) ? chance.of(3, 63, 66, 90) : 0;
        return at(folder, name, "a folder with " + parts + (deep > 0 ? ", " + deep + " deep" : ""), (disk, path) -> {
            // made elsewhere and renamed into place, as one does who knows
            disk.makeFolder(path);
            for (Deed part : parts) {
                ((At) part.doing()).make(disk, path.resolve(((At) part.doing()).name()));
            }
            Path deeper = path;
            for (int i = 0; i < deep; i++) {
                deeper = deeper.resolve("d" + i);
                disk.makeFolder(deeper);
            }
        });
    }

    @FunctionalInterface
    private interface Making {
        void make(SimDisk disk, Path path) throws IOException;
    }

    /** Something new in a folder; where the name is taken already, nothing. */
    private record At(String folder, String name, Making making) implements Deed.Doing {

        void make(SimDisk disk, Path path) throws IOException {
            if (disk.stat(path) == null) {
                making.make(disk, path);
            }
        }

        @Override
        public void in(FuzzedWorkspace workspace, Traces traces) throws IOException {
            Path path = workspace.workspace.root().resolve(folder).resolve(name).normalize();
            // the folder of a day that is no folder keeps everything from ending, as DropsFuzzTest shows by itself
            boolean day = folder.equals("done") && Where.isDate(name);
            if (workspace.machine.disk.stat(path) == null && !day) {
                workspace.folder(path.getParent());
                make(workspace.machine.disk, path);
                traces.follow(path);
            }
        }
    }

    private static Deed at(String folder, String name, String what, Making making) {
        return new Deed(folder + "/" + dev.reeve.text.Quoted.of(name) + ": " + what, new At(folder, name, making));
    }
}
