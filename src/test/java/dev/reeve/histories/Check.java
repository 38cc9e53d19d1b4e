package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.time.Duration;

/** What whoever checks an answer makes of it: as a command, or as an agent that reviews it. */
enum Check {
    ACCEPTS(Script.begin().sleep(Duration.ofMillis(500)), Script.begin().write("result.md", "Accept.\n")),
    REFUSES(
            Script.begin().print("more, please\n").exit(1),
            Script.begin().sleep(Duration.ofMillis(300)).print("It lacks a title.\n")),
    HANGS(Script.begin().hang(), Script.begin().hang()),
    FAILS(Script.begin().stubborn().leaveChild().exit(2), Script.begin().exit(2)),
    SAYS_NOTHING(Script.begin().exit(1), Script.begin());

    private final Script command;
    private final Script review;

    Check(Script command, Script review) {
        this.command = command;
        this.review = review;
    }

    Script script(boolean byCommand) {
        return byCommand ? command : review;
    }
}
