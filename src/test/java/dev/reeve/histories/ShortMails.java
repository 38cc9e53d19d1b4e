package dev.reeve.histories;

import static dev.reeve.histories.Behaviour.ANSWERS;
import static dev.reeve.histories.Behaviour.DELIVERS;
import static dev.reeve.histories.Behaviour.FAILS;
import static dev.reeve.histories.Behaviour.HANGS;
import static dev.reeve.histories.Behaviour.HEEDS_NOTHING;
import static dev.reeve.histories.Behaviour.QUICK;
import static dev.reeve.histories.Behaviour.SLOW;
import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;

import dev.reeve.histories.MailDeeds.Mutter;
import dev.reeve.histories.MailDeeds.Say;
import dev.reeve.histories.MailDeeds.Steer;
import dev.reeve.histories.MailDeeds.Woken;
import dev.reeve.histories.PeoplesDeeds.Mv;
import dev.reeve.histories.PeoplesDeeds.Write;
import java.time.Duration;
import java.util.List;

/** One for each thing that can happen to messages. */
final class ShortMails {

    private static final String REPORT = "report_to: boss";

    private ShortMails() {}

    private static ShortHistory named(String name, Behaviour... behaviours) {
        return new ShortHistory(name).then(new Woken("hello", null, List.of(behaviours)));
    }

    private static ShortHistory checked(String name, String verify) {
        return named(name, ANSWERS)
                .agent("other", "retries: 0\n")
                .then(new Write("STOP", "", "makes STOP"))
                .checked("t", verify, List.of(Check.REFUSES), QUICK)
                .after(1000)
                .then(new Say("hello", "m1", false))
                .then(new Write("STOP", null, "removes STOP"))
                .when("t", FAILED, new Say("hello", "m2", false))
                .ends("t", FAILED);
    }

    static List<ShortHistory> all() {
        return List.of(
                named("a message wakes its agent", ANSWERS)
                        .then(new Say("hello", "m1", false))
                        .ends("messages", DONE),
                named("a batch wakes once", ANSWERS)
                        .then(new Say("hello", "m1", false))
                        .then(new Say("hello", "m2", false))
                        .then(new Say("hello", "m3", true))
                        .then(new Say("other", "m4", false))
                        .agent("other", "wake: false\n"),
                named("messages while it is at work", SLOW, ANSWERS)
                        .then(new Say("hello", "m1", false))
                        .whenAtWork("messages")
                        .after(2000)
                        .then(new Say("hello", "m2", false)),
                named("messages for a task that comes anyway", QUICK)
                        .then(new Write("STOP", "", "makes STOP"))
                        .drop("tasks", "t", "", 0, ANSWERS)
                        .after(1000)
                        .then(new Say("hello", "m1", false))
                        .then(new Write("STOP", null, "removes STOP"))
                        .ends("t", DONE),
                named("a wake that fails and is tried again", FAILS, ANSWERS)
                        .then(new Say("hello", "m1", false))
                        .ends("messages", DONE),
                named("a wake that fails for good", FAILS)
                        .agent("hello", "retries: 1\n")
                        .then(new Say("hello", "m1", false))
                        .ends("messages", FAILED),
                named("a wake that is given up by a person", HEEDS_NOTHING)
                        .agent("hello", "timeout: 1h\n")
                        .then(new Say("hello", "m1", false))
                        .whenAtWork("messages", new Mv("messages", FAILED, true))
                        .ends("messages", FAILED),
                new ShortHistory("who asks ends with whom he asked")
                        .agent("other", "")
                        .agent("pair", "wake: false\n")
                        .then(new Woken("hello", null, List.of(ANSWERS)))
                        .drop("agents/other/tasks", "t", "", 0, Behaviour.SENDS)
                        .whenAtWork("messages", new Faults.Starved(Duration.ofSeconds(5)))
                        .ends("t", DONE),
                new ShortHistory("who asks has ended without a supervisor, as has whom he asked")
                        .agent("other", "")
                        .agent("pair", "wake: false\n")
                        .then(new Woken("hello", null, List.of(ANSWERS)))
                        .drop("agents/other/tasks", "t", "", 0, Behaviour.SENDS)
                        .whenAtWork("messages", new Faults.Kill(false, Duration.ofSeconds(10)))
                        .ends("t", DONE),
                named("a message that nobody forced, and a longer one behind it", QUICK)
                        .then(new Mutter("hello", "m1"))
                        .when("messages", DONE, new Say("hello", "m2", false)),
                named("a message while the disk is full", ANSWERS)
                        .settings("limits: {wakes_per_hour: 2}\n")
                        .after(2000)
                        .then(new Faults.FullDisk(Duration.ofSeconds(20)))
                        .then(new Say("hello", "m1", false))
                        .ends("messages", DONE),
                new ShortHistory("a person is asked at once")
                        .settings("limits: {max_hops: 0}\n")
                        .agent("other", "")
                        .then(new Woken("hello", "other", List.of()))
                        .then(new Say("hello", "m1", false)),
                new ShortHistory("two that answer each other for ever")
                        .settings("limits: {max_hops: 1}\n")
                        .agent("other", "")
                        .then(new Woken("hello", "other", List.of()))
                        .then(new Woken("other", "hello", List.of()))
                        .then(new Say("hello", "m1", false)),
                checked("messages of a task that a check never accepts", "verify: make test; max_rounds: 1"),
                checked("messages of a task that a review never accepts", "verify: {agent: other}; max_rounds: 1"),
                named("messages while an answer is checked", ANSWERS)
                        .checked("t", "verify: make test", List.of(Check.ACCEPTS), ANSWERS)
                        .whenAtWork("t", new Say("hello", "m1", false), new Steer("t", "m2"))
                        .ends("t", DONE),
                named("parked in the midst of its end, for longer than messages are kept", ANSWERS)
                        .settings("retention: {messages: 1s}\n")
                        .then(new Say("hello", "m1", false))
                        .whenAtWork(
                                "messages",
                                new AtStep("append /ws/agents/hello/history", new Mv("messages", HELD, true)))
                        .after(150_000)
                        .then(new Mv("messages", QUEUE, true)),
                named("rotated while unread", QUICK)
                        .settings("retention: {messages: 1s}\n")
                        .then(new Say("hello", "m1", false))
                        .after(15_000)
                        .then(new Write("STOP", "", "makes STOP"))
                        .then(new Say("hello", "m2", false))
                        .when("messages", QUEUE, new Say("hello", "m3", false))
                        .after(60_000)
                        .then(new Write("STOP", null, "removes STOP")),
                named("a message wakes a session, and another its agent", ANSWERS)
                        .then(new Say("hello/chat", "m1", false))
                        .then(new Say("hello", "m2", false)),
                named("messages while a session is at work", SLOW, ANSWERS)
                        .drop("tasks", "t", "session: chat", 0, SLOW)
                        .whenAtWork("t", new Say("hello/chat", "m1", true), new Say("hello", "m2", false))
                        .after(2000)
                        .then(new Say("hello/chat", "m3", false))
                        .ends("t", DONE),
                named("messages for a task of a session that comes anyway", QUICK)
                        .then(new Write("STOP", "", "makes STOP"))
                        .drop("tasks", "t", "session: chat", 0, ANSWERS)
                        .after(1000)
                        .then(new Say("hello/chat", "m1", false))
                        .then(new Say("hello/review", "m2", false))
                        .then(new Write("STOP", null, "removes STOP"))
                        .ends("t", DONE),
                new ShortHistory("two sessions that answer each other for ever")
                        .settings("limits: {max_hops: 1}\n")
                        .agent("other", "")
                        .then(new Woken("hello", "other/chat", List.of()))
                        .then(new Woken("other", "hello/chat", List.of()))
                        .then(new Say("hello/chat", "m1", false)),
                named("a session's inbox rotated while unread", QUICK)
                        .settings("retention: {messages: 1s}\n")
                        .then(new Say("hello/chat", "m1", false))
                        .after(15_000)
                        .then(new Write("STOP", "", "makes STOP"))
                        .then(new Say("hello/chat", "m2", false))
                        .when("messages", QUEUE, new Say("hello/chat", "m3", false))
                        .after(60_000)
                        .then(new Write("STOP", null, "removes STOP")),
                reported("reported to one who is woken by it")
                        .then(new Woken("boss", null, List.of(ANSWERS)))
                        .agent("boss", "")
                        .drop("tasks", "t", REPORT, 0, ANSWERS)
                        .ends("t", DONE),
                reported("reported after a failure and a retry")
                        .drop("tasks", "t", REPORT, 1, FAILS, DELIVERS)
                        .ends("t", DONE),
                reported("reported when it has failed for good")
                        .drop("tasks", "t", REPORT, 0, FAILS)
                        .ends("t", FAILED),
                reported("reported when it was given up")
                        .then(new Write("STOP", "", "makes STOP"))
                        .drop("tasks", "t", REPORT, 0, ANSWERS)
                        .when("t", QUEUE, new PeoplesDeeds.Mv("t", FAILED, true))
                        .ends("t", FAILED),
                reported("reported when it was given up at work")
                        .drop("tasks", "t", REPORT, 0, HANGS)
                        .whenAtWork("t", new PeoplesDeeds.Mv("t", FAILED, true))
                        .ends("t", FAILED),
                reported("reported twice, since it was begun again")
                        .drop("tasks", "t", REPORT, 0, ANSWERS)
                        .when("t", DONE, new PeoplesDeeds.Mv("t", QUEUE, true))
                        .after(20_000)
                        .ends("t", DONE),
                reported("reported when it was accepted")
                        .checked("t", REPORT + "; verify: make test", List.of(Check.REFUSES, Check.ACCEPTS), QUICK)
                        .ends("t", DONE));
    }

    /** The one to whom it is reported is not woken, unless the history says so: it is all in the inbox then. */
    private static ShortHistory reported(String name) {
        return new ShortHistory(name).agent("boss", "wake: false\n");
    }
}
