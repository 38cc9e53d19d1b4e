package dev.reeve.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.confine.Sandboxes;
import dev.reeve.files.Programs;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.RealProcesses;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** What Reeve promises of each program, tried with the program itself. */
@Tag("profile")
@Tag("real-agents")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealProgramContract {

    private static final String SECRET = "sk-stub-0123456789-abcdefghijk";

    private final RealProgram program;
    private String searchPath;
    private StubModel model;
    private RealWorkspace live;

    RealProgramContract(RealProgram program) {
        this.program = program;
    }

    @BeforeAll
    void install() throws IOException {
        searchPath = Npm.installed(program.name(), program.published());
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        String name = program.name() + "-" + test.getTestMethod().orElseThrow().getName() + "-";
        Path folder = Files.createTempDirectory(Files.createDirectories(Npm.FOLDER.resolve("runs")), name);
        model = new StubModel(folder.resolve("requests"));
        live = new RealWorkspace(folder.resolve("ws"), searchPath);
    }

    /** Nobody outlives a test, and nothing that it wrote holds the key. */
    @AfterEach
    void close() throws IOException {
        live.close();
        model.close();
        assertEquals(List.of(), live.living());
        try (Stream<Path> all = Files.walk(live.workspace.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(SECRET),
                        file + " holds the key");
            }
        }
    }

    private RealWorkspace start(String more) throws IOException {
        Files.writeString(
                live.workspace.prices(),
                "date: 2026-11-01\nmodels: {gpt-5: {input: 4, output: 4}, gemini-2.5-pro: {input: 4, output: 4},"
                        + " stub-model: {input: 4, output: 4}}\n");
        Path key = live.workspace.root().resolveSibling("key");
        Files.writeString(key, SECRET);
        Files.writeString(live.agent().config(), program.agent(model, key, live) + "retries: 0\n" + more);
        return live.start();
    }

    @Test
    void itsAnswerIsTheResultAndWhatItTookIsCounted() throws Exception {
        start("");
        live.drop("one", "STUB: say the answer of the stub\nSTUB: tokens 10000 100\n");
        TaskFolder done = live.done("one");
        assertEquals("the answer of the stub", Files.readString(done.result()).strip());
        ObjectNode usage = live.json(done.usage());
        assertTrue(usage.path("input_tokens").asLong() >= 10000, usage.toString());
        assertTrue(usage.path("output_tokens").asLong() >= 100, usage.toString());
        assertTrue(usage.path("cost_usd").asDouble() > 0, usage.toString());
    }

    @Test
    void aSecondTaskGoesOnWithItsConversation() throws Exception {
        assumeTrue(program.memory() != null, program.name() + " keeps no conversations");
        start("session: continue\n");
        live.drop("one", "STUB: say this is turn\nSTUB: tokens 1000 10\n");
        assertEquals("this is 1", Files.readString(live.done("one").result()).strip());
        live.drop("two", "STUB: say this is turn\nSTUB: tokens 1000 10\n");
        TaskFolder two = live.done("two");
        assertEquals("this is 2", Files.readString(two.result()).strip());
        assertNotNull(conversation(live.done("one")));
        assertEquals(conversation(live.done("one")), conversation(two));
        long taken = live.json(two.usage()).path("input_tokens").asLong();
        assertTrue(taken >= 1000 && taken < 2000, "what the first took is counted again: " + taken);
    }

    @Test
    void aConversationThatItHasForgottenIsBegunAnew() throws Exception {
        assumeTrue(program.memory() != null, program.name() + " keeps no conversations");
        start("session: continue\n");
        live.drop("one", "STUB: say this is turn\n");
        assertEquals("this is 1", Files.readString(live.done("one").result()).strip());
        live.remove(live.home().resolve(program.memory()));
        live.drop("two", "STUB: say this is turn\n");
        TaskFolder two = live.done("two");
        assertEquals("this is 1", Files.readString(two.result()).strip());
        assertNotEquals(conversation(live.done("one")), conversation(two));
    }

    private static String conversation(TaskFolder task) throws IOException {
        return TaskRecords.read(new RealDisk(), task).lastAttempt().strand().conversation();
    }

    @Test
    void itWritesAFileInItsWorkFolder() throws Exception {
        start("");
        live.drop("one", program.write(live.work("made.txt"), "by a tool"));
        live.done("one");
        assertEquals("by a tool", Files.readString(live.work("made.txt")).strip());
    }

    @Test
    void whoMayOnlyReadWritesNothing() throws Exception {
        assumeTrue(program.canOnlyRead(), program.name() + " has no such permission");
        start("permissions: read\n");
        live.drop("one", program.write(live.work("made.txt"), "by a tool") + "STUB: say it was refused\n");
        assertEquals(
                "it was refused", Files.readString(live.done("one").result()).strip());
        assertFalse(Files.exists(live.work("made.txt")));
    }

    @Test
    void itsModelsRateLimitLetsTheNextWait() throws Exception {
        assumeTrue(program.givesUpWhenLimited(), program.name() + " goes on trying by itself, for minutes");
        start("");
        live.drop("one", "STUB: fail 429\n");
        live.until("no pause", () -> live.status().toString().contains("pause"));
        live.drop("two", "STUB: say now\n");
        live.await(
                "it does not wait",
                () -> live.json(live.find(State.WAITING, "two").record())
                                .toString()
                                .contains("\"cause\":\"pause\"")
                        ? true
                        : null);
    }

    @Test
    void anErrorOfTheModelIsTheReason() throws Exception {
        start("");
        live.drop("one", "STUB: fail 400\n");
        live.why(State.FAILED, "one", "the stub fails with 400");
    }

    @Test
    void whoIsKilledWithinAToolLeavesNobody() throws Exception {
        start(program.mayRun());
        Path begun = live.work("begun");
        live.drop("one", program.run("echo yes > " + begun + " && tail -f " + begun));
        live.until(
                "its tool does not run",
                () -> Files.exists(begun) && live.living().stream().anyMatch(process -> process.contains("tail -f")));
        live.giveUp(live.find(State.RUNNING, "one"));
        live.why(State.FAILED, "one", "gave it up while it ran");
        live.until("processes are left", () -> live.living().isEmpty());
    }

    /** It is stopped within a tool that would never end, and told so by a person. */
    @Test
    void whoIsToldSomethingGoesOnWithItInTheSameConversation() throws Exception {
        assumeTrue(program.memory() != null, program.name() + " keeps no conversations");
        start(program.mayRun());
        Path begun = live.work("begun");
        live.drop("one", program.run("test -e " + begun + " || { echo yes > " + begun + "; tail -f " + begun + "; }"));
        live.until(
                "its tool does not run",
                () -> Files.exists(begun) && live.living().stream().anyMatch(process -> process.contains("tail -f")));
        Files.writeString(live.find(State.RUNNING, "one").inbox(), "{\"message\":\"STUB: say it was told\"}\n");
        TaskFolder one = live.done("one");
        assertEquals("it was told", Files.readString(one.result()).strip());
        List<AttemptRecord> attempts = TaskRecords.read(new RealDisk(), one).attempts();
        assertEquals(2, attempts.size());
        assertEquals(AttemptRecord.Stop.Because.STEER, attempts.get(0).stop().because());
        assertNotNull(attempts.get(0).strand().conversation());
        assertEquals(
                attempts.get(0).strand().conversation(),
                attempts.get(1).strand().conversation());
        live.until("processes are left", () -> live.living().isEmpty());
    }

    @Test
    void whatItLeavesBehindIsGone() throws Exception {
        start(program.mayRun());
        Path begun = live.work("begun");
        String leave = "echo yes > " + begun + "; nohup tail -f " + begun + " > /dev/null 2>&1 & echo left";
        live.drop("one", program.run(leave) + "STUB: say it is left\n");
        assertEquals("it is left", Files.readString(live.done("one").result()).strip());
        assertTrue(Files.exists(begun), "the tool did not run");
        live.until("processes are left", () -> live.living().isEmpty());
    }

    /** Each run costs 0.04: after two of them, a third would go over 0.10. */
    @Test
    void whenItsBudgetIsSpentTheNextWaits() throws Exception {
        start("concurrency: 1\nbudget: {usd_per_day: 0.10}\n");
        String prompt = "STUB: tokens " + tokens() + "\n";
        live.drop("one", prompt);
        live.done("one");
        assertEquals(0.04, live.json(live.done("one").usage()).path("cost_usd").asDouble(), 0.001);
        live.stop();
        live.start();
        live.drop("two", prompt);
        live.done("two");
        live.drop("three", prompt);
        live.why(State.WAITING, "three", "0.08", "0.10");
        assertNull(live.find(State.DONE, "three"));
    }

    /** How many tokens in and out cost 0.04. */
    String tokens() {
        return "9000 1000";
    }

    @Test
    void itWorksInASandbox() throws Exception {
        String why = new Sandboxes(
                        RealProcesses.ofThisMachine(), Programs.ofThisMachine(), System.getenv("PATH"), false)
                .whyNot(false, Instant.now());
        assumeTrue(why == null, "no sandbox can be made here: " + why);
        start("sandbox: require\npaths: {read: [\"" + Npm.FOLDER + "\"]}\n" + program.inSandbox());
        live.drop("one", program.write(live.work("made.txt"), "inside") + "STUB: say from inside\n");
        TaskFolder done = live.done("one");
        assertEquals("from inside", Files.readString(done.result()).strip());
        assertEquals("inside", Files.readString(live.work("made.txt")).strip());
        assertEquals(
                "bwrap", live.json(done.attempt(1).command()).path("sandbox").asString());
    }
}
