package dev.reeve.histories;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A fixed set of histories in each build. */
class HistoriesTest {

    @Test
    void comeToTheirRightEnd() {
        new Trials(Mutation.NONE).play(LongStream.range(0, Long.getLong("reeve.histories", 300)));
    }
}
