package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.AgentConfig.Breaker;
import dev.reeve.files.Durable;
import dev.reeve.fuzz.Corpus;
import dev.reeve.fuzz.Reader;
import dev.reeve.fuzz.Seeds;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in {@code state/}, it is used or passed over. */
@Timeout(600)
class StateFuzzTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path FILE = Path.of("/x.json");
    private static final Team TEAM =
            ATeam.of("hello").group("upload", 1, 1).spawnsPerMinute(1).team();
    private static final Lane LANE = new Lane("hello", "upload", null, null, null, null, true, false);

    static List<Reader> readers() {
        return List.of(
                new Reader("breakers.json", Corpus.BREAKERS, StateFuzzTest::breakers),
                new Reader("rates.json", Corpus.RATES, StateFuzzTest::rates),
                new Reader("key.json", Corpus.KEY, StateFuzzTest::key));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatIsSpoiledIsUsedOrPassedOver(Reader reader) {
        Seeds.fixed(StateFuzzTest.class, 1000).hold(reader.property());
    }

    @ParameterizedTest
    @MethodSource("readers")
    @Tag("fuzz")
    @Tag("profile")
    void whatIsSpoiledWithFreshSeedsIsUsedOrPassedOver(Reader reader) {
        Seeds.fresh(StateFuzzTest.class, 20_000).hold(reader.property());
    }

    private static Durable durable(Path file, byte[] content) throws Exception {
        SimDisk disk = new SimDisk(() -> NOON);
        Durable durable = new Durable(disk, new AtomicLong()::incrementAndGet);
        if (!file.equals(FILE)) {
            for (Path folder : List.of(Path.of("/ws"), Path.of("/ws/state"), Path.of("/ws/state/keys"))) {
                disk.makeFolder(folder);
            }
        }
        disk.create(file, content);
        return durable;
    }

    private static void breakers(byte[] content) throws Exception {
        Durable durable = durable(FILE, content);
        Breakers breakers = Breakers.read(durable, FILE);
        breakers.at(NOON);
        breakers.nextChange();
        breakers.halfOpen("hello");
        breakers.ended("hello", false, new Breaker(1, 5, Duration.ofDays(36_500)));
        breakers.write(durable, FILE);
    }

    private static void rates(byte[] content) throws Exception {
        Durable durable = durable(FILE, content);
        Rates rates = Rates.read(durable, FILE);
        Instant until = rates.blockedUntil(LANE, TEAM, NOON);
        assertTrue(until == null || !until.isAfter(NOON.plus(Duration.ofHours(1))), () -> "until " + until);
        rates.words(LANE, TEAM, NOON);
        rates.started(LANE, TEAM, NOON);
        rates.write(durable, FILE);
    }

    private static void key(byte[] content) throws Exception {
        Workspace workspace = new Workspace(Path.of("/ws"));
        Path file = workspace.keys().resolve("8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a.json");
        String holder = new Keys(durable(file, content), workspace).holder("k", NOON);
        assertTrue(holder == null || TaskId.isOne(holder), () -> "no id: " + holder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"workspace\": [[]]}",
                "{\"workspace\": [\"+1000000000-12-31T23:59:59.999999999Z\"]}",
                "{\"workspace\": [\"-1000000000-01-01T00:00:00Z\"]}",
                "{\"workspace\": {}}"
            })
    void ratesThatBrokeItOnce(String content) throws Exception {
        rates(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hello\": {\"recent\": [[]]}}", "{\"hello\": []}"})
    void breakersThatBrokeItOnce(String content) throws Exception {
        breakers(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"task\": \"../../outside\", \"at\": \"2026-11-20T11:02:11Z\"}",
                "{\"task\": \"20261120-110211-k3f9-hi\", \"at\": \"+1000000000-12-31T23:59:59.999999999Z\"}"
            })
    void keysThatBrokeItOnce(String content) throws Exception {
        key(content.getBytes(StandardCharsets.UTF_8));
    }
}
