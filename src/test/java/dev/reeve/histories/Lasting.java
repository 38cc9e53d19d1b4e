package dev.reeve.histories;

import dev.reeve.files.Disk;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Stat;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.Survival;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person can see outlasts a power cut, once the loop has come to a rest: but for what tells of the moment only, what
 * agents at work write, and copies of what is told elsewhere.
 */
final class Lasting implements Invariant {

    /** What people and agents do is forced when Reeve answers it. */
    static final Duration TIME_TO_ANSWER = Duration.ofSeconds(50);

    private static final Set<String> OF_THE_MOMENT = Set.of(
            "STATUS.md",
            "status.json",
            "metrics.prom",
            "last",
            "log.jsonl",
            "history.jsonl",
            "supervisor.lock",
            "supervisor.json");

    /** They serve a process, and mean nothing after it. */
    private static final Set<String> OF_A_PROCESS = Set.of("command.json", "prompt.md", "pid", "exit");

    @Override
    public void afterTurn(Play play) throws IOException {
        if (play.supervised().minus(play.lastDisturbed()).compareTo(TIME_TO_ANSWER) > 0) {
            check(play);
        }
    }

    static void check(Play play) throws IOException {
        for (Path path : play.disk().unforced()) {
            Violation.unless(mayBeLost(play, path), path + " would not outlast a power cut");
        }
    }

    private static boolean mayBeLost(Play play, Path path) throws IOException {
        Path inside = play.workspace().root().relativize(path);
        String name = inside.getFileName().toString();
        boolean atWork = inside.startsWith(State.RUNNING.folder());
        boolean agents = inside.startsWith("agents") || inside.startsWith("shared") || inside.startsWith("tasks");
        // it says what the reports beside it say, and is forced when the task ends
        boolean index = name.equals("index.json") && !inside.startsWith(State.DONE.folder());
        boolean missingPlaces = inside.startsWith(State.QUEUE.folder()) && name.equals("why.md");
        // a date lasts with the first task in it; staging folders, temporary names and the script are nobody's but
        // Reeve's
        boolean date = inside.startsWith(State.DONE.folder()) && inside.getNameCount() == 2;
        boolean hidden = date || name.startsWith(".") || name.startsWith("shim-");
        boolean attempt = inside.toString().contains("/attempts") && saysNothing(play.disk(), path);
        // deliverables that were never accepted are the agent's; whoever removes something forces that himself, or not
        boolean others = inside.toString().contains("/door/out")
                || play.promises().isRemoved(name)
                || isItsAuthors(play, path)
                || isOfARepetition(play, path)
                || isOfATouchedTask(play, inside) && isCalledDone(play, path)
                || play.stepsWereCutOff() && isDoneAgain(inside)
                || tellsTheSameWithoutIt(play, path);
        // the attempt's own says the same
        boolean told = inside.endsWith("door/usage.json");
        return others
                || told
                || isEmptyFolder(play.disk(), path)
                || atWork
                || index
                || agents
                || hidden
                || missingPlaces
                || attempt
                || OF_THE_MOMENT.contains(name);
    }

    /** He goes on writing to what Reeve has taken already. */
    private static boolean isItsAuthors(Play play, Path path) throws IOException {
        Stat stat = play.disk().stat(path);
        return stat != null
                && play.dropped().values().stream()
                        .anyMatch(dropped -> dropped.inode() == stat.inode()
                                && (dropped.drop().how() == Drop.How.TORN
                                        || dropped.drop().how() == Drop.How.COPIED));
    }

    /** Its record is written once more where it has come to, and the one before tells the same of where it is. */
    private static boolean isOfARepetition(Play play, Path path) throws IOException {
        TaskRecord record =
                path.endsWith("record.json") ? TaskRecords.read(play.disk(), new TaskFolder(path.getParent())) : null;
        return record != null && record.duplicateOf() != null;
    }

    /** A step that was cut off between a rename and its force: a power cut takes it back, and it is done once more. */
    private static boolean isDoneAgain(Path inside) {
        return inside.endsWith("record.json") || inside.startsWith("state");
    }

    /** A line that a full disk or a kill cut off in its midst tells nothing, and is passed over by every reader. */
    private static boolean tellsTheSameWithoutIt(Play play, Path path) throws IOException {
        if (!path.toString().endsWith(".jsonl")) {
            return false;
        }
        SimDisk left = play.disk().afterPowerCut(Survival.NOTHING, play.machine().time::now);
        return lines(left, path).equals(lines(play.disk(), path));
    }

    private static List<ObjectNode> lines(Disk disk, Path file) throws IOException {
        return JsonLines.tail(disk, file, 1 << 20);
    }

    private static boolean isOfATouchedTask(Play play, Path inside) {
        for (Path part : inside) {
            if (TaskId.isOne(part.toString()) && play.history().touches(TaskId.slugOf(part.toString()))) {
                return true;
            }
        }
        return false;
    }

    /** A person put it into {@code done/}, or took it there from here: that is not looked into, and not forced. */
    private static boolean isCalledDone(Play play, Path path) throws IOException {
        return path.startsWith(play.workspace().state(State.DONE))
                || play.disk().stat(path) == null;
    }

    /** It would last with the first thing in it. */
    private static boolean isEmptyFolder(Disk disk, Path path) throws IOException {
        Stat stat = disk.stat(path);
        return stat != null && stat.isFolder() && disk.list(path).isEmpty();
    }

    /** What an attempt said lasts; that one without a word was made is told by the record. */
    private static boolean saysNothing(Disk disk, Path path) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null
                || path.endsWith("door/out")
                || OF_A_PROCESS.contains(path.getFileName().toString())) {
            return true;
        }
        if (stat.isFolder()) {
            for (String name : disk.list(path)) {
                if (!saysNothing(disk, path.resolve(name))) {
                    return false;
                }
            }
            return true;
        }
        return stat.size() == 0;
    }
}
