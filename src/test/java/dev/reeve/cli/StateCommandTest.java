package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;
    private Path file;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        file = root.resolve("state.json");
    }

    private Called state(String command, String... words) {
        List<String> all = new ArrayList<>(List.of("state", command, "state.json"));
        all.addAll(List.of(words));
        return reeve.callBare(all.toArray(String[]::new));
    }

    @Test
    void theFileIsMadeAndReadsWellInADiff() throws IOException {
        state("set", "zebra", "2").exits(Exit.DONE);
        state("set", "build.status", "green").exits(Exit.DONE);
        state("merge", "{\"apple\": {\"b\": [1.10, {\"d\": null, \"c\": true}], \"a\": \"é\"}}")
                .exits(Exit.DONE);
        assertEquals("""
                {
                  "apple" : {
                    "a" : "é",
                    "b" : [ 1.10, {
                      "c" : true,
                      "d" : null
                    } ]
                  },
                  "build" : {
                    "status" : "green"
                  },
                  "zebra" : 2
                }
                """, Files.readString(file));
        assertFalse(Files.exists(root.resolve("state.json.lock")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            a.text;      word
            a.number;    12.50
            a.list.1;    two
            a.list;      [ 1, "two" ]
            a.nothing;   null
            """)
    void whatIsThereIsPrinted(String path, String printed) throws IOException {
        Files.writeString(file, "{\"a\":{\"text\":\"word\",\"number\":12.50,\"list\":[1,\"two\"],\"nothing\":null}}");
        assertEquals(printed + "\n", state("get", path).exits(Exit.DONE).out());
    }

    @Test
    void aTextIsPrintedAsJsonIfThatIsAskedFor() throws IOException {
        Files.writeString(file, "{\"a\":\"1\"}");
        assertEquals("1\n", state("get", "a").out());
        assertEquals("\"1\"\n", state("get", "a", "--json").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "a.b", "list.2", "list.x", "list.00", "a.b.c"})
    void whatIsNotThereIsExitFour(String path) throws IOException {
        Files.writeString(file, "{\"a\":1,\"list\":[1,2]}");
        Called called = state("get", path).exits(Exit.NO_SUCH_THING).notes("nothing is at `" + path + "`");
        assertEquals("", called.out());
    }

    @Test
    void aMissingFileIsAnEmptyObjectAndIsNotMadeByLooking() {
        assertEquals("{ }\n", state("get").exits(Exit.DONE).out());
        state("get", "a").exits(Exit.NO_SUCH_THING);
        assertFalse(Files.exists(file));
    }

    @Test
    void aListIsChangedAndGrowsAtItsEnd() throws IOException {
        Files.writeString(file, "{\"list\":[1,{\"a\":1}]}");
        state("set", "list.2", "three").exits(Exit.DONE);
        state("set", "list.1.a", "--", "-5").exits(Exit.DONE);
        assertEquals(
                "[ 1, {\n  \"a\" : -5\n}, \"three\" ]\n", state("get", "list").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            list.4;    a list of 2
            list.x;    a list of 2
            a.b;       `a` is neither an object nor a list
            a..b;      is not a path
            """)
    void whatCanNotBeSetChangesNothing(String path, String told) throws IOException {
        String before = "{\"a\":1,\"list\":[1,2]}";
        Files.writeString(file, before);
        state("set", path, "1").exits(Exit.USAGE).notes(told);
        assertEquals(before, Files.readString(file));
        assertFalse(Files.exists(root.resolve("state.json.lock")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            {"a": 1,\\n "b": };      2:7
            {"a": 1,\\n "a": 2};     2:5
            {"a": 1}\\n{};           2:1
            # notes;                 1:1
            """)
    void aFileThatIsNotJsonIsToldByLineAndColumnAndNotChanged(String content, String place) throws IOException {
        String before = content.replace("\\n", "\n");
        Files.writeString(file, before);
        state("get").exits(Exit.USAGE).notes(file + ":" + place + ": this is not JSON");
        state("set", "a", "1").exits(Exit.USAGE).notes(file + ":" + place);
        state("merge", "{}").exits(Exit.USAGE).notes(file + ":" + place);
        assertEquals(before, Files.readString(file));
    }

    @Test
    void anEmptyFileIsNotJson() throws IOException {
        Files.createFile(file);
        state("set", "a", "1").exits(Exit.USAGE).notes(file + ":1:1: ", "empty");
        assertEquals(0, Files.size(file));
    }

    @Test
    void whatIsMergedComesFromStandardInputToo() throws IOException {
        Files.writeString(file, "{\"a\":{\"b\":1,\"c\":2}}");
        reeve.input = "{\"a\":{\"b\":null}}";
        state("merge").exits(Exit.DONE);
        reeve.input = "{\"d\":3}";
        state("merge", "-").exits(Exit.DONE);
        assertEquals("{\n  \"a\" : {\n    \"c\" : 2\n  },\n  \"d\" : 3\n}\n", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            [1];      only an object can be merged
            {"a" 1};  what is to be merged:1:6: this is not JSON
            """)
    void onlyAnObjectIsMerged(String patch, String told) {
        state("merge", patch).exits(Exit.USAGE).notes(told);
        assertFalse(Files.exists(file));
    }

    @Test
    void nothingIsMergedIntoAList() throws IOException {
        Files.writeString(file, "[1]");
        state("merge", "{}").exits(Exit.USAGE).notes("something else than an object");
        assertEquals("[1]", Files.readString(file));
    }

    @Test
    void aLinkMeansTheFileThatItLeadsTo() throws IOException {
        Path real = Files.createDirectory(root.resolve("real")).resolve("real.json");
        Files.writeString(real, "{}");
        Files.createSymbolicLink(file, Path.of("real/real.json"));
        state("set", "a", "1").exits(Exit.DONE);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals("{\n  \"a\" : 1\n}\n", Files.readString(real));
        assertTrue(Files.exists(real.resolveSibling("real.json.lock.guard")), "it was locked under another name");
    }

    @Test
    void sharedMeansTheWorkspacesOwnWhereThereIsNoOther() throws IOException {
        Path shared = Files.createDirectory(root.resolve("shared"));
        reeve.directory = Files.createDirectories(root.resolve("agents/a/work"));
        reeve.callBare("state", "set", "shared/x.json", "a", "1")
                .exits(Exit.USAGE)
                .notes("mkdir -p");
        reeve.environment.put("REEVE_SHARED", shared.toString());
        reeve.callBare("state", "set", "shared/x.json", "a", "1").exits(Exit.DONE);
        assertTrue(Files.exists(shared.resolve("x.json")));
        Path own = Files.createDirectory(reeve.directory.resolve("shared"));
        reeve.callBare("state", "set", "shared/x.json", "a", "2").exits(Exit.DONE);
        assertTrue(Files.exists(own.resolve("x.json")));
    }

    @Test
    void whoHasTheLockIsToldWhenTheTimeIsUp() throws IOException {
        Files.write(root.resolve("state.json.lock"), """
                {"id": "1", "owner": "agent other, task some", "pid": 4711, "start": "1", "boot": "other",
                 "pid_namespace": "-", "host": "elsewhere", "taken_at": "2026-11-20T13:00:00Z"}
                """.getBytes(StandardCharsets.UTF_8));
        state("set", "a", "1", "--timeout", "10s")
                .exits(Exit.TIMED_OUT)
                .notes("agent other, task some (pid 4711 on elsewhere)", "waiting for it", "gave up");
        assertFalse(Files.exists(file));
        reeve.whileWaiting(() -> Files.delete(root.resolve("state.json.lock")));
        Called called = state("set", "a", "1").exits(Exit.DONE);
        assertEquals("", called.err(), "a short wait is not worth a word");
    }
}
