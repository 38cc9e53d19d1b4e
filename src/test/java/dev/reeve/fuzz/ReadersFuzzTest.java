package dev.reeve.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, its reader takes it or says clearly what is wrong. */
@Timeout(600)
class ReadersFuzzTest {

    static List<Reader> readers() {
        return Readers.all();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatIsSpoiledIsTakenOrExplained(Reader reader) {
        Seeds.fixed(ReadersFuzzTest.class, 600).hold(reader.property());
    }

    @ParameterizedTest
    @MethodSource("readers")
    @Tag("fuzz")
    @Tag("profile")
    void whatIsSpoiledWithFreshSeedsIsTakenOrExplained(Reader reader) {
        Seeds.fresh(ReadersFuzzTest.class, 20_000).hold(reader.property());
    }

    /** Each file in {@code kept/<reader>/} once broke something. */
    static Stream<Arguments> kept() {
        return Readers.all().stream()
                .flatMap(reader -> Corpus.under(Corpus.resources("kept").resolve(reader.name()), ".*").stream()
                        .map(file -> Arguments.of(reader, file)));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatBrokeItOnceDoesNotAgain(Reader reader, Path file) throws Exception {
        reader.reads().of(Files.readAllBytes(file));
    }
}
