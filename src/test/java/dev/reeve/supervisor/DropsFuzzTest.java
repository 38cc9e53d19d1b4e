package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.fuzz.Property;
import dev.reeve.fuzz.Seeds;
import dev.reeve.fuzz.Shrink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is left in a workspace, nothing of it is lost, each door answers, and the others go on. */
@Timeout(1800)
class DropsFuzzTest {

    /** Longer than anything rests in a door or in a place of tasks. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    @Test
    void whatIsDroppedIsTakenOrAnswered() {
        Seeds.fixed(DropsFuzzTest.class, 40).hold(property());
    }

    @Test
    @Tag("fuzz")
    @Tag("profile")
    void whatIsDroppedWithFreshSeedsIsTakenOrAnswered() {
        Seeds.fresh(DropsFuzzTest.class, 3_000).hold(property());
    }

    /** It was taken for the folder of that day, which went to rejected/ with all that had been done. */
    @Test
    void aFileWithTheNameOfADayIsNotThatDay() throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        in.start();
        Canary.drop(in, "first");
        in.run(Duration.ofSeconds(8));
        in.write("held/2026-11-20", "x\n");
        in.run(LONG_ENOUGH);
        Canary.sang(in, "first");
    }

    /** Nothing can end where the folder of the day belongs: it is told, and goes on when that is free again. */
    @Test
    void aFileInThePlaceOfADayIsToldAndKeepsNothingForGood() throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        in.write("done/2026-11-20", "x\n");
        in.start();
        Canary.drop(in, "first");
        in.run(LONG_ENOUGH);
        String status = in.text(in.workspace.statusJson());
        assertTrue(status.contains("done/2026-11-20"), status);
        in.durable.removeTree(in.workspace.doneOn("2026-11-20"));
        in.run(LONG_ENOUGH);
        Canary.sang(in, "first");
    }

    /** A folder with a dot before its name was taken for a task that nobody had claimed, and removed. */
    @Test
    void whatSomebodyHidesInTheQueueIsKept() throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        Traces traces = new Traces(in);
        in.write("queue/.hidden/notes.md", "Mine.\n");
        in.write("queue/.20261120-120000-aaaa-x/notes.md", "Mine.\n");
        traces.follow(in.workspace.root().resolve("queue"));
        in.start();
        in.run(LONG_ENOUGH);
        traces.check();
    }

    private static Property<List<Deed>> property() {
        return new Property<>(
                "drops", OddDrops::some, DropsFuzzTest::play, Shrink.parts(), deeds -> String.join("\n", words(deeds)));
    }

    private static List<String> words(List<Deed> deeds) {
        return deeds.stream().map(Deed::words).toList();
    }

    /** The first half is there before the supervisor, the rest comes while it works. */
    private static void play(List<Deed> deeds) throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        Traces traces = new Traces(in);
        int half = deeds.size() / 2;
        for (Deed deed : deeds.subList(0, half)) {
            deed.doing().in(in, traces);
        }
        in.start();
        Canary.drop(in, "first");
        for (Deed deed : deeds.subList(half, deeds.size())) {
            in.run(Duration.ofMillis(300));
            deed.doing().in(in, traces);
        }
        in.run(LONG_ENOUGH);
        Canary.drop(in, "second");
        in.run(LONG_ENOUGH);
        traces.check();
        Canary.sang(in, "first");
        Canary.sang(in, "second");
        ToldPages.check(in);
        in.restartChangesNothing();
        in.outsideIsUntouched();
    }
}
