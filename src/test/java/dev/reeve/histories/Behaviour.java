package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.time.Duration;
import java.util.List;

/** What the program of a task does in one attempt. Its timeout is {@link Work#TIMEOUT}. */
enum Behaviour {
    QUICK(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().write("result.md", answer);
        }
    },
    ANSWERS(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().sleep(Duration.ofSeconds(1)).write("result.md", answer);
        }
    },
    PRINTS(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().sleep(Duration.ofMillis(300)).print(answer);
        }
    },
    SLOW(true) {
        @Override
        Script script(Work work, String answer) {
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
        Script script(Work work, String answer) {
            return Script.begin()
                    .write("out/report.txt", "report with " + answer)
                    .sleep(Duration.ofMillis(700))
                    .write("result.md", answer);
        }
    },
    LEAVES_CHILDREN(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin()
                    .stubborn()
                    .leaveChild()
                    .write("result.md", answer)
                    .leaveChild();
        }
    },
    FAILS(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().print("no\n").sleep(Duration.ofMillis(400)).exit(3);
        }
    },
    FAILS_WITH_A_RESULT(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().write("result.md", "half of " + answer).exit(1);
        }
    },
    SPENDS(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin()
                    .write("usage.json", Accounts.RUN)
                    .sleep(Duration.ofSeconds(1))
                    .write("result.md", answer);
        }
    },
    SPENDS_AND_FAILS(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin()
                    .sleep(Duration.ofSeconds(1))
                    .write("usage.json", Accounts.RUN)
                    .exit(SPENT);
        }
    },
    HANGS(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().hang();
        }
    },
    HEEDS_NOTHING(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().stubborn().leaveChild().print("…\n").hang();
        }
    },
    LEAVES_GUARDS(true) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().leaveGuards().write("result.md", answer);
        }
    },
    HALTS_AGAIN(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().halt().halt().halt().hang();
        }
    },
    ANSWERS_TOO_LATE(false) {
        @Override
        Script script(Work work, String answer) {
            return Script.begin().stubborn().sleep(Work.TIMEOUT.plusMillis(500)).write("result.md", answer);
        }
    },
    SENDS(true) {
        @Override
        Script script(Work work, String answer) {
            return letters(Script.begin(), work).sleep(Duration.ofSeconds(3)).write("result.md", answer);
        }
    },
    SENDS_AND_FAILS(false) {
        @Override
        Script script(Work work, String answer) {
            return letters(Script.begin(), work).exit(3);
        }
    },
    SPAWNS_AND_WAITS(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "aq").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_TWICE(true) {
        @Override
        Script script(Work work, String answer) {
            Script script = Kid.ask(Script.begin(), work, "a").waitForChildren();
            return Kid.ask(script, work, "q").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_TWO_OF_ONE_NAME(true) {
        @Override
        Script script(Work work, String answer) {
            Script script = Kid.askForAnother(Kid.ask(Script.begin(), work, "d"), work, "d");
            return script.waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_WHAT_FAILS(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "fa").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_OPTIONAL(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "o").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_BAD(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "b").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_WHAT_HANGS(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "h").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_AND_WAITS_FOR_ANY(true) {
        @Override
        Script script(Work work, String answer) {
            Script script = Kid.ask(Script.begin(), work, "as").waitForAnyChild();
            return script.sleep(Duration.ofSeconds(1)).waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_DEEPLY(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "n").waitForChildren().write("result.md", answer);
        }
    },
    SPAWNS_AND_ENDS(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "r").write("result.md", answer);
        }
    },
    SPAWNS_LATE(true) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin().sleep(Duration.ofSeconds(2)), work, "l")
                    .write("result.md", answer);
        }
    },
    SPAWNS_AND_FAILS(false) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "a").exit(3);
        }
    },
    SPAWNS_AND_HANGS(false) {
        @Override
        Script script(Work work, String answer) {
            return Kid.ask(Script.begin(), work, "qs").hang();
        }
    };

    /** With this a run ends that has told what it took, and failed. */
    static final int SPENT = 7;

    /** It tells what it takes of its model. */
    boolean spends() {
        return name().startsWith("SPENDS");
    }

    /** It ends when it is asked to, whatever it is doing. */
    boolean heedsTerm() {
        return !script(new Work("any", List.of(), 0, List.of(this), true), "").isStubborn();
    }

    /** What comes of it if nothing disturbs it. */
    final boolean succeeds;

    Behaviour(boolean succeeds) {
        this.succeeds = succeeds;
    }

    /** It ends with a child out, and is run again for it. */
    boolean isWoken() {
        return this == SPAWNS_AND_ENDS || this == SPAWNS_LATE;
    }

    /** It asks others for work. */
    boolean asks() {
        return name().startsWith("SPAWNS");
    }

    /** It writes to agents. */
    boolean sends() {
        return name().startsWith("SENDS");
    }

    private static Script letters(Script script, Work work) {
        String words = "\"message\":\"What about " + work.slug() + "?\"}";
        return script.write("send/p.json", "{\"to\":\"pair\"," + words)
                .write("send/h.json", "{\"to\":\"hello\"," + words);
    }

    abstract Script script(Work work, String answer);
}
