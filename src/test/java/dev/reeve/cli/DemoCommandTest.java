package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.MachinePrograms;
import dev.reeve.cli.call.Origin;
import dev.reeve.cli.call.Terminal;
import dev.reeve.cli.demo.Story;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.repository.ARepository;
import dev.reeve.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class DemoCommandTest {

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path here;
    private boolean watched;

    @BeforeEach
    void realPath() throws IOException {
        here = temporary.toRealPath();
    }

    /** A call in the real world: the supervisor's processes take real time. */
    private Invocation invocation() {
        return new Invocation(
                new Terminal(out, err, watched, watched, watched),
                new ByteArrayInputStream(new byte[0]),
                new Origin(System.getenv(), here, null, "Linux", new MachinePrograms()),
                new Durable(new RealDisk(), new AtomicLong()::incrementAndGet),
                InstantSource.system(),
                time -> {},
                new AtomicLong(1)::incrementAndGet);
    }

    private Called demo(String... words) {
        String[] args = new String[words.length + 1];
        args[0] = "demo";
        System.arraycopy(words, 0, args, 1, words.length);
        Invocation invocation = invocation();
        int exit = CommandTree.run(invocation, args);
        invocation.terminal().out().flush();
        return new Called(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTeamWorksFailsOnceIsRetriedAndTheWriterUsesTheirResults() throws IOException {
        Called called = demo("--dir", "team").exits(Exit.DONE);

        called.says(
                "bird     waiting  attempt 1 failed (exit status 1); try 2 of 3 comes in ",
                "bird     running  ornithologist, attempt 2",
                "report   waiting ",
                "    # What is a reeve?",
                "    ## The office",
                "    ## The verb",
                "    ## The bird",
                here.resolve("team") + "/",
                "cd " + here.resolve("team"));
        called.saysNothingOf("\033");
        assertEquals("", called.err());
        String last = called.lines().stream()
                .filter(line -> line.matches(" +[0-9.]+ s .*"))
                .reduce("", (one, next) -> next);
        assertTrue(last.contains("report   done"), last);

        Path writer = here.resolve("team/agents/writer/last");
        assertEquals(3, Files.readAllLines(writer.resolve("out/sources.txt")).size());
        assertTrue(Files.isRegularFile(writer.resolve("after/bird/result.md")));
        assertTrue(Files.isDirectory(here.resolve("team/agents/ornithologist/last/attempts/2")));
    }

    @Test
    void theNightlyChainPublishesWhatWasRenderedAndShowsItInColourToAPerson() throws IOException {
        watched = true;
        Called called = demo("nightly-chain", "--dir", "night").exits(Exit.DONE);

        called.says("watchman, attempt 1", "    Published as shared/published/", Colour.GOOD.start());
        List<String> published = Files.readAllLines(here.resolve("night/agents/publisher/last/result.md"));
        assertTrue(published.contains("    front " + "#".repeat(17)), published::toString);
        assertTrue(published.contains("    back  " + "#".repeat(25)), published::toString);
    }

    @Test
    void aLeadAsksThreeAtOnceAndWritesWhatTheyFound() throws IOException {
        demo("research", "--dir", "r")
                .exits(Exit.DONE)
                .says(
                        "# What the sources say of: storm",
                        "1911-03-02",
                        "together: 5",
                        "Made of 3 of 3 parts.",
                        "lead, attempt 2");
        Path lead = here.resolve("r/agents/lead/last");
        assertEquals("3/3 false", complete(lead));
        assertTrue(Files.readString(lead.resolve("children/counts/result.md")).contains("keeper.txt: 2"));
    }

    @Test
    void fiftyReportsBecomeOnePageThatSaysWhatIsMissing() throws IOException {
        demo("mapreduce", "--dir", "m")
                .exits(Exit.DONE)
                .says(
                        "11 tasks were dropped",
                        "- 45 stations",
                        "- made of 9 of 10 parts",
                        "- missing: 22-hamburg.txt: no temperature in it");
        Path page = here.resolve("m/agents/reducer/last");
        assertEquals("9/10 true", complete(page));
        assertEquals(45, Files.readAllLines(page.resolve("out/stations.tsv")).size());
    }

    @Test
    void whatIsTooHardGoesToABetterOneAndWhatIsTooDearToAPerson() throws IOException {
        demo("handoff", "--dir", "h")
                .exits(Exit.DONE)
                .says(
                        "order    running  engineer, attempt 2",
                        "refund   failed",
                        "What waits for you",
                        "reeve release pay");
        Path held = here.resolve("h/held");
        try (Stream<Path> tasks = Files.list(held)) {
            assertEquals(
                    1, tasks.filter(task -> task.toString().endsWith("-pay")).count());
        }
        assertTrue(
                Files.readString(here.resolve("h/agents/clerk/last/result.md")).contains("from 8 to 18"));
        assertTrue(Files.readString(here.resolve("h/agents/engineer/last/result.md"))
                .contains("next van at 14 h.\n(answered by the model \"large\")"));
        assertFalse(Files.exists(here.resolve("h/shared/paid")), "nobody has said yes");
    }

    @Test
    void aReviewerSendsWorkBackUntilItIsRightAndTheManagerTellsTheRounds() throws IOException {
        demo("gate", "--dir", "g")
                .exits(Exit.DONE)
                .says(
                        "depths   waiting  agent reviewer looks at the answer of attempt 3, round 3 of 3",
                        "- 05:52 high water, 4.1 m (tides.txt)",
                        "- At the quay 3.2 m (depths.txt)",
                        "| tides | 1 | Name the source at the end of each line. |",
                        "| tides | 2 | accept |",
                        "| lights | 1 | accept |",
                        "| depths | 2 | Give the unit of each height and depth. |",
                        "| depths | 3 | accept |");
        Path depths = here.resolve("g/agents/depths/last");
        assertEquals(
                "- At the quay 3.2",
                Files.readAllLines(depths.resolve("attempts/1/stdout.log")).get(2));
        assertEquals("3/3 false", complete(here.resolve("g/agents/manager/last")));
        String told = Files.readString(here.resolve("g/agents/harbourmaster/inbox.jsonl"));
        assertTrue(told.contains("Task `notice` is done, in ") && told.contains("| depths | 3 | accept |"), told);
    }

    @Test
    void twoCodersWorkSideBySideOnOneRepositoryAndTheLeadMergesWhatWasAccepted() throws IOException {
        ARepository.in(here.resolve("any"));
        demo("repository", "--dir", "c")
                .exits(Exit.DONE)
                .says(
                        "waiting  agent reviewer looks at the answer of attempt 2, round 2 of 3",
                        "- greet: ada, \"Greet somebody\", from reeve/greet",
                        "- count: ben, \"Count lines, not words\", from reeve/count",
                        "Merge count (lead)");
        ARepository repository = new ARepository(here.resolve("c/repository"));
        assertEquals("check.sh\ncount.sh\ngreet.sh", repository.git("ls-tree", "--name-only", "main"));
        assertEquals(List.of("main"), repository.branches(), "all of it is merged");
        assertEquals(1, repository.git("worktree", "list").lines().count());
    }

    @Test
    void whatOnePersonHasToldIsNotKnownToAnothersAgent() throws IOException {
        demo("people", "--dir", "p").exits(Exit.DONE);
        assertEquals("- I drink tea, without milk.", answer("ada-asks"));
        assertEquals("- I drink coffee. My train leaves at 7.", answer("ben-asks"));
        assertEquals("You have not told me.", answer("ada-asks-too-much"));
        assertFalse(Files.readString(here.resolve("p/agents/ada/MEMORY.md")).contains("coffee"));
    }

    private String answer(String label) throws IOException {
        try (Stream<Path> tasks = Files.find(
                here.resolve("p/done"), 2, (path, any) -> path.toString().matches(".*-....-" + label))) {
            return Files.readString(tasks.findFirst().orElseThrow().resolve("result.md"))
                    .strip();
        }
    }

    private static String complete(Path task) throws IOException {
        ObjectNode record = Json.parseObject(Files.readAllBytes(task.resolve("record.json")));
        return Json.text(record, "complete") + " " + record.get("degraded");
    }

    @Test
    void theExamplesAreListed() {
        demo("--list").exits(Exit.DONE).says("research-team\tthree researchers", "nightly-chain\tfetch");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestAndAll() {
        demo("reserch-team")
                .exits(Exit.NO_SUCH_THING)
                .notes(
                        "no example `reserch-team`",
                        "Did you mean `research-team`?",
                        "gate, handoff, mapreduce, nightly-chain, people, repository, research, research-team");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(here.resolve("thesis"));
        Files.writeString(here.resolve("thesis/thesis.tex"), "");

        demo("--dir", "thesis").exits(Exit.USAGE).notes("--dir thesis", "is not empty", "new or empty");

        assertFalse(Files.exists(here.resolve("thesis/reeve.yaml")));
    }

    @Test
    void whatDidNotEndWellIsToldAndCounts() throws IOException {
        Workspace workspace = new Workspace(here);
        Files.createDirectory(workspace.logs());
        Files.writeString(workspace.audit("2026-11-20"), """
                {"timestamp":"2026-11-20T14:00:00Z","action":"accept","task":"20261120-140000-aaaa-bird"}
                {"timestamp":"2026-11-20T14:00:01Z","action":"fail","task":"20261120-140000-aaaa-bird","reason":"it rained"}
                """);
        Story story = new Story(new RealDisk(), workspace);
        story.news();

        int exit = new DemoPage(invocation(), workspace, Instant.parse("2026-11-20T14:00:00Z")).closing(story, 2);

        assertEquals(Exit.FAILED, exit);
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("2 tasks not done"), told);
        assertTrue(told.contains("failed/20261120-140000-aaaa-bird: it rained"), told);
        assertTrue(told.contains(workspace.statusPage().toString()), told);
    }
}
