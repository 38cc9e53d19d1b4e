package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.time.Duration;

/** What the program of a task does in one attempt. Its timeout is {@link Work#TIMEOUT}. */
enum Behaviour {
    QUICK(true) {
        @Override
        Script script(String answer) {
            return Script.begin().write("result.md", answer);
        }
    },
    ANSWERS(true) {
        @Override
        Script script(String answer) {
            return Script.begin().sleep(Duration.ofSeconds(1)).write("result.md", answer);
        }
    },
    PRINTS(true) {
        @Override
        Script script(String answer) {
            return Script.begin().sleep(Duration.ofMillis(300)).print(answer);
        }
    },
    SLOW(true) {
        @Override
        Script script(String answer) {
            return Script.begin()
                    .print("first half\n")
                    .sleep(Duration.ofSeconds(5))
                    .print("second half\n")
                    .sleep(Duration.ofSeconds(3))
                    .write("result.md", answer);
        }
    },
    DELIVERS(true) {
        @Override
        Script script(String answer) {
            return Script.begin()
                    .write("out/report.txt", "report with " + answer)
                    .sleep(Duration.ofMillis(700))
                    .write("result.md", answer);
        }
    },
    LEAVES_CHILDREN(true) {
        @Override
        Script script(String answer) {
            return Script.begin()
                    .stubborn()
                    .leaveChild()
                    .write("result.md", answer)
                    .leaveChild();
        }
    },
    FAILS(false) {
        @Override
        Script script(String answer) {
            return Script.begin().print("no\n").sleep(Duration.ofMillis(400)).exit(3);
        }
    },
    FAILS_WITH_A_RESULT(false) {
        @Override
        Script script(String answer) {
            return Script.begin().write("result.md", "half of " + answer).exit(1);
        }
    },
    HANGS(false) {
        @Override
        Script script(String answer) {
            return Script.begin().hang();
        }
    },
    HEEDS_NOTHING(false) {
        @Override
        Script script(String answer) {
            return Script.begin().stubborn().leaveChild().print("…\n").hang();
        }
    },
    LEAVES_GUARDS(true) {
        @Override
        Script script(String answer) {
            return Script.begin().leaveGuards().write("result.md", answer);
        }
    },
    HALTS_AGAIN(false) {
        @Override
        Script script(String answer) {
            return Script.begin().halt().halt().halt().hang();
        }
    },
    ANSWERS_TOO_LATE(false) {
        @Override
        Script script(String answer) {
            return Script.begin().stubborn().sleep(Work.TIMEOUT.plusMillis(500)).write("result.md", answer);
        }
    };

    /** It ends when it is asked to, whatever it is doing. */
    boolean heedsTerm() {
        return !script("").isStubborn();
    }

    /** What comes of it if nothing disturbs it. */
    final boolean succeeds;

    Behaviour(boolean succeeds) {
        this.succeeds = succeeds;
    }

    abstract Script script(String answer);
}
