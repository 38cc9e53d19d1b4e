package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.fuzz.Chance;
import dev.reeve.fuzz.Corpus;
import dev.reeve.fuzz.Spoiler;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What somebody does to tasks that are at rest: edits what Reeve wrote there, and moves them about. */
final class OddRecords {

    /** One at rest in each state, and one with an attempt behind it. */
    static final List<String> TASKS = List.of(
            "---\nlabel: queued\ngroup: shut\n---\nQueue.\n",
            "---\nlabel: timed\nnot_before: 2026-12-24\n---\nWait.\n",
            "---\nlabel: later\nafter: [nobody]\n---\nWait.\n",
            "---\nlabel: good\nidempotency_key: k\n---\nDo it.\n",
            "---\nlabel: bad\nretries: 0\n---\nFail.\n",
            "---\nlabel: parked\nnot_before: 2026-12-25\n---\nWait.\n");

    private static final List<State> STATES = List.of(State.values());

    private static final List<String> OTHER_FILES = List.of(
            "task.md",
            "why.md",
            "log.jsonl",
            "attempts/1/exit",
            "attempts/1/pid",
            "attempts/1/command.json",
            "attempts/2",
            "result.md",
            "files",
            "after");

    private OddRecords() {}

    static List<Deed> some(Chance chance) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = chance.between(1, 4); i > 0; i--) {
            deeds.add(chance.oneIn(4) ? move(chance) : edit(chance));
        }
        return deeds;
    }

    /** The tasks that there are, in the order of their labels: their ids have chance in them. */
    private static List<TaskFolder> tasks(FuzzedWorkspace in) throws IOException {
        List<TaskFolder> tasks = new ArrayList<>();
        for (State state : STATES) {
            List<Where> places = new ArrayList<>(List.of(Where.in(state)));
            if (state == State.DONE) {
                for (String date : in.machine.disk.list(in.workspace.state(state))) {
                    if (Where.isDate(date)) {
                        places.add(Where.doneOn(date));
                    }
                }
            }
            for (Where where : places) {
                for (String name : new TreeSet<>(in.machine.disk.list(where.folder(in.workspace)))) {
                    Stat stat = in.machine.disk.stat(where.folder(in.workspace).resolve(name));
                    if (TaskId.isOne(name) && stat.isFolder()) {
                        tasks.add(where.task(in.workspace, name));
                    }
                }
            }
        }
        tasks.sort(Comparator.comparing(task -> TaskId.slugOf(task.id())));
        return tasks;
    }

    private static Deed edit(Chance chance) {
        int which = chance.below(TASKS.size());
        String file = chance.oneIn(3) ? chance.of(OTHER_FILES) : "record.json";
        int kind = chance.below(20);
        long seed = chance.below(Integer.MAX_VALUE);
        String what =
                kind == 0 ? "is a folder" : kind == 1 ? "is a link" : kind == 2 ? "is gone" : "is edited, " + seed;
        return new Deed("task " + which + ": " + file + " " + what, (in, traces) -> {
            List<TaskFolder> tasks = tasks(in);
            if (tasks.isEmpty()) {
                return;
            }
            TaskFolder task = tasks.get(which % tasks.size());
            Path path = task.path().resolve(file);
            byte[] before = content(in, path);
            in.durable.removeTree(path);
            in.folder(path.getParent());
            switch (kind) {
                case 0 -> in.machine.disk.makeFolder(path);
                case 1 -> in.machine.disk.symlink(path, "/outside/secret.md");
                case 2 -> {
                    // it was removed
                }
                default -> in.write(path, spoiled(file, before, new Chance(seed)));
            }
        });
    }

    private static byte[] content(FuzzedWorkspace in, Path path) throws IOException {
        Stat stat = in.machine.disk.stat(path);
        return stat != null && stat.isFile()
                ? in.machine.disk.read(path, 0, 1 << 20)
                : "Do it.\n".getBytes(StandardCharsets.UTF_8);
    }

    /** What stood there, changed a little; or anything of its kind. */
    private static byte[] spoiled(String file, byte[] before, Chance chance) {
        Corpus corpus = switch (file) {
            case "record.json" -> Corpus.RECORD;
            case "attempts/1/command.json" -> Corpus.COMMAND;
            case "attempts/1/pid" -> Corpus.PID;
            case "attempts/1/exit" -> Corpus.EXIT;
            case "log.jsonl" -> Corpus.LINES;
            default -> Corpus.MARKDOWN;
        };
        return chance.oneIn(5) ? new Spoiler(corpus).next(chance) : new Spoiler(corpus).spoil(before, chance);
    }

    private static Deed move(Chance chance) {
        int which = chance.below(TASKS.size());
        State to = chance.of(STATES);
        return new Deed("task " + which + ": moved to " + Quoted.of(to.folder()), (in, traces) -> {
            List<TaskFolder> tasks = tasks(in);
            if (!tasks.isEmpty()) {
                TaskFolder task = tasks.get(which % tasks.size());
                Path there = in.workspace.task(to, task.id()).path();
                if (in.machine.disk.stat(there) == null) {
                    in.machine.disk.rename(task.path(), there);
                }
            }
        });
    }
}
