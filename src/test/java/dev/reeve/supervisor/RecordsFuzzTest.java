package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.fuzz.Property;
import dev.reeve.fuzz.Seeds;
import dev.reeve.fuzz.Shrink;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever somebody writes into the folder of a task, the task goes on or is answered, and the others go on. */
@Timeout(1800)
class RecordsFuzzTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Test
    void whatIsEditedIsUnderstoodOrAnswered() {
        Seeds.fixed(RecordsFuzzTest.class, 40).hold(property());
    }

    @Test
    @Tag("fuzz")
    @Tag("profile")
    void whatIsEditedWithFreshSeedsIsUnderstoodOrAnswered() {
        Seeds.fresh(RecordsFuzzTest.class, 3_000).hold(property());
    }

    private static Property<List<Deed>> property() {
        return new Property<>(
                "records",
                OddRecords::some,
                RecordsFuzzTest::play,
                Shrink.parts(),
                deeds -> deeds.stream().map(Deed::words).collect(Collectors.joining("\n")));
    }

    /** Half of the deeds while it works, the rest before the next start. */
    private static void play(List<Deed> deeds) throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        for (String task : OddRecords.TASKS) {
            in.write("tasks/" + task.substring(11, task.indexOf('\n', 5)) + ".md", task);
        }
        in.start();
        in.run(LONG_ENOUGH);
        List<String> ids = ids(in);
        assertEquals(OddRecords.TASKS.size(), ids.size());
        Traces traces = new Traces(in);
        int half = deeds.size() / 2;
        for (Deed deed : deeds.subList(0, half)) {
            deed.doing().in(in, traces);
            in.run(Duration.ofSeconds(7));
        }
        in.machine.supervisorKilled();
        for (Deed deed : deeds.subList(half, deeds.size())) {
            deed.doing().in(in, traces);
        }
        in.start();
        Canary.drop(in, "first");
        in.run(LONG_ENOUGH);
        Canary.sang(in, "first");
        ToldPages.check(in);
        eachIsSomewhere(in, ids);
        in.restartChangesNothing();
        in.outsideIsUntouched();
    }

    private static List<String> ids(FuzzedWorkspace in) throws IOException {
        List<String> ids = new ArrayList<>();
        places(in).keySet().stream().sorted().forEach(ids::add);
        return ids;
    }

    private static void eachIsSomewhere(FuzzedWorkspace in, List<String> ids) throws IOException {
        Map<String, List<Path>> places = places(in);
        for (String id : ids) {
            assertEquals(1, places.getOrDefault(id, List.of()).size(), () -> id + " is in " + places.get(id));
        }
    }

    /** Every folder of a task, in whatever state, or rejected. */
    private static Map<String, List<Path>> places(FuzzedWorkspace in) throws IOException {
        Map<String, List<Path>> places = new HashMap<>();
        List<Path> folders = new ArrayList<>(List.of(in.workspace.rejected()));
        for (State state : State.values()) {
            folders.add(in.workspace.state(state));
        }
        for (Path top : folders) {
            for (String name : in.machine.disk.list(top)) {
                add(places, top.resolve(name));
                if (in.machine.disk.stat(top.resolve(name)).isFolder()) {
                    for (String inner : in.machine.disk.list(top.resolve(name))) {
                        add(places, top.resolve(name).resolve(inner));
                    }
                }
            }
        }
        return places;
    }

    private static void add(Map<String, List<Path>> places, Path path) {
        String name = path.getFileName().toString();
        if (TaskId.isOne(name)) {
            places.computeIfAbsent(name, any -> new ArrayList<>()).add(path);
        }
    }
}
