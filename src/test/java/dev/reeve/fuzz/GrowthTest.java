package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No file costs more than in proportion to its size. Memory is what is counted, not time: the same reading allocates the
 * same on every machine, and what is read again and again is copied again and again.
 */
@Timeout(600)
class GrowthTest {

    private static final int SMALL = 4_000;
    private static final int TIMES = 4;

    /** Growth in proportion is 4; growth by the square would be 16. */
    private static final double MOST = 8;

    /**
     * What SnakeYAML may take by the square of one long word, for which it moves its window kilobyte by kilobyte; and what
     * each of five programs' readers takes for names, where there are more of them than Jackson keeps.
     */
    private static final long LITTLE = 64 << 20;

    static Stream<Arguments> traps() {
        return Readers.all().stream()
                .flatMap(reader -> Traps.all(reader.corpus().syntax).stream().map(trap -> Arguments.of(reader, trap)));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void whatIsReadCostsAsMuchAsItIsLong(Reader reader, Traps.Trap trap) throws Exception {
        byte[] small = trap.text().apply(SMALL).getBytes(UTF_8);
        byte[] large = trap.text().apply(SMALL * TIMES).getBytes(UTF_8);
        reader.reads().of(small);
        long little = allocated(reader, small);
        long much = allocated(reader, large);
        assertTrue(
                much < LITTLE || much < MOST * little,
                () -> reader + " " + trap
                        + ": %d bytes allocate %,d, %d bytes %,d".formatted(small.length, little, large.length, much));
    }

    private static long allocated(Reader reader, byte[] content) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        reader.reads().of(content);
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
