package dev.reeve.supervisor;

import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;
import static dev.reeve.workspace.State.RUNNING;

import dev.reeve.sim.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The short histories in which every single step is a place to crash. */
final class Scenarios {

    private static final Script ANSWER = Script.begin()
            .print("on its way\n")
            .write("result.md", "the answer\n")
            .sleep(Duration.ofSeconds(1));
    private static final String DO = "Do the first thing.\n";

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.concat(ofPrograms().stream(), PeopleScenarios.all().stream())
                .toList();
    }

    private static List<Scenario> ofPrograms() {
        return List.of(
                file(),
                folder(),
                reject(),
                key(),
                keyAtOnce(),
                outAndLeftovers(),
                retry(),
                failForGood(),
                timeout(),
                park(),
                release(),
                again(),
                parkUnderWork(),
                cancelQueued(),
                cancelRunning(),
                after(),
                breaker(),
                fallback(),
                group(),
                events(),
                fanOut(),
                eventRejected(),
                byRules(),
                slot());
    }

    /**
     * Those whose end does not depend on which of two drops is taken first. What is taken at once may be taken back by a
     * power cut one by one.
     */
    static List<Scenario> inAnyOrder() {
        return all().stream()
                .filter(scenario -> !scenario.name.equals(keyAtOnce().name))
                .toList();
    }

    private static Scenario file() {
        return new Scenario("a file is accepted, run, and done")
                .drop("tasks/hi.md", DO)
                .runs((slug, before, disk) -> ANSWER)
                .ends("hi", DONE, "the answer\n", 1);
    }

    private static Scenario folder() {
        return new Scenario("a folder with attachments")
                .drop("agents/hello/tasks/big/task.md", DO)
                .drop("agents/hello/tasks/big/data.csv", "1,2,3\n")
                .drop("agents/hello/tasks/big/more/deep.txt", "deeper\n")
                .runs((slug, before, disk) -> ANSWER)
                .ends("big", DONE, "the answer\n", 1);
    }

    private static Scenario reject() {
        return new Scenario("a file that can't be understood")
                .drop("tasks/bad.md", "---\ncolour: red\n---\nDo it.\n")
                .endsRejected("bad.md", "colour");
    }

    private static Scenario key() {
        return new Scenario("a drop with the idempotency key of one that is done")
                .drop("tasks/one.md", "---\nidempotency_key: k\n---\nThe first.\n")
                .runs((slug, before, disk) -> ANSWER)
                .when(
                        "one",
                        DONE,
                        (people, id) -> people.write("tasks/two.md", "---\nidempotency_key: k\n---\nThe second.\n"))
                .ends("one", DONE, "the answer\n", 1)
                .ends("two", DONE, "the answer\n", 0);
    }

    private static Scenario keyAtOnce() {
        return new Scenario("two drops with one idempotency key")
                .drop("tasks/one.md", "---\nidempotency_key: k\n---\nThe first.\n")
                .drop("tasks/two.md", "---\nidempotency_key: k\n---\nThe second.\n")
                .runs((slug, before, disk) -> ANSWER)
                .when(
                        "one",
                        DONE,
                        (people, id) -> people.write("tasks/three.md", "---\nidempotency_key: k\n---\nThe third.\n"))
                .ends("one", DONE, "the answer\n", 1)
                .ends("three", DONE, "the answer\n", 0);
    }

    private static Scenario outAndLeftovers() {
        return new Scenario("deliverables, a child that can't be understood, and a process that is left behind")
                .drop("tasks/hi.md", DO)
                .runs((slug, before, disk) -> Script.begin()
                        .write("out/report.txt", "a report\n")
                        .write("result.md", "the answer\n")
                        .write("spawn/child.md", "---\ncolour: red\n---\nA child.\n")
                        .stubborn()
                        .leaveChild())
                .ends("hi", DONE, "the answer\n", 1)
                .endsRejected("child.md", "child.md:");
    }

    private static Scenario retry() {
        return new Scenario("it fails once, and is tried again")
                .drop("tasks/hi.md", "---\nretries: 2\n---\n" + DO)
                .runs((slug, before, disk) -> before == 0 ? Script.begin().exit(3) : ANSWER)
                .ends("hi", DONE, "the answer\n", 2);
    }

    private static Scenario failForGood() {
        return new Scenario("it fails for good")
                .drop("tasks/hi.md", "---\nretries: 0\n---\n" + DO)
                .runs((slug, before, disk) -> Script.begin().print("no\n").exit(1))
                .ends("hi", FAILED, null, 1);
    }

    private static Scenario timeout() {
        return new Scenario("it takes too long, heeds no TERM, and is killed with its child")
                .drop("tasks/hi.md", "---\nretries: 0\ntimeout: 10s\n---\n" + DO)
                .runs((slug, before, disk) ->
                        Script.begin().stubborn().leaveChild().hang())
                .ends("hi", FAILED, null, 1);
    }

    private static Scenario park() {
        return new Scenario("parked by mv")
                .file("STOP", "")
                .drop("tasks/hi.md", DO)
                .when("hi", QUEUE, (people, id) -> people.mv(QUEUE, HELD, id))
                .ends("hi", HELD, null, 0);
    }

    private static Scenario release() {
        return new Scenario("parked and released by mv")
                .file("STOP", "")
                .drop("tasks/hi.md", DO)
                .runs((slug, before, disk) -> ANSWER)
                .when("hi", QUEUE, (people, id) -> people.mv(QUEUE, HELD, id))
                .when("hi", HELD, (people, id) -> {
                    people.mv(HELD, QUEUE, id);
                    people.rm("STOP");
                })
                .ends("hi", DONE, "the answer\n", 1);
    }

    private static Scenario again() {
        return new Scenario("failed, mended, and moved back to the queue")
                .drop("tasks/hi.md", "---\nretries: 0\n---\n" + DO)
                .runs((slug, before, disk) -> disk.stat(Path.of("/ws/mended")) == null
                        ? Script.begin().exit(1)
                        : ANSWER)
                .when("hi", FAILED, (people, id) -> {
                    people.write("mended", "yes\n");
                    people.mv(FAILED, QUEUE, id);
                })
                .ends("hi", DONE, "the answer\n", 2);
    }

    private static Scenario parkUnderWork() {
        return new Scenario("parked by mv while it runs")
                .drop("tasks/hi.md", DO)
                .runs((slug, before, disk) -> Script.begin().stubborn().hang())
                .whenAtWork("hi", (people, id) -> people.mv(RUNNING, HELD, id))
                .ends("hi", HELD, null, 1);
    }

    private static Scenario cancelQueued() {
        return new Scenario("removed from the queue")
                .file("STOP", "")
                .drop("tasks/hi.md", DO)
                .when("hi", QUEUE, (people, id) -> people.rm("queue/" + id))
                .ends("hi", null, null, 0);
    }

    private static Scenario cancelRunning() {
        return new Scenario("removed while it runs")
                .drop("tasks/hi.md", DO)
                .runs((slug, before, disk) -> Script.begin().leaveChild().hang())
                .whenAtWork("hi", (people, id) -> people.rm("running/" + id))
                .ends("hi", null, null, 1);
    }

    private static Scenario after() {
        return new Scenario("one waits for the result of another")
                .drop("tasks/a.md", DO)
                .drop("tasks/b.md", "---\nafter: [a]\n---\nThe second thing.\n")
                .runs((slug, before, disk) -> ANSWER)
                .ends("a", DONE, "the answer\n", 1)
                .ends("b", DONE, "the answer\n", 1);
    }

    private static Scenario breaker() {
        return new Scenario("a breaker opens, and one try closes it")
                .agent("flaky", "retries: 0\nbreaker: {failures: 1, window: 1, cooldown: 30s}\n")
                .drop("agents/flaky/tasks/a.md", DO)
                .drop("agents/flaky/tasks/b.md", "The second thing.\n")
                .drop("agents/flaky/tasks/c.md", "The third thing.\n")
                .runs((slug, before, disk) -> slug.equals("a") ? Script.begin().exit(1) : ANSWER)
                .ends("a", FAILED, null, 1)
                .ends("b", DONE, "the answer\n", 1)
                .ends("c", DONE, "the answer\n", 1);
    }

    private static Scenario fallback() {
        return new Scenario("another agent takes over what timed out")
                .agent("slow", "retries: 0\ntimeout: 5s\nfallback: hello\n")
                .drop("agents/slow/tasks/a.md", DO)
                .runs((slug, before, disk) -> before == 0 ? Script.begin().hang() : ANSWER)
                .ends("a", DONE, "the answer\n", 2);
    }

    private static Scenario events() {
        return new Scenario("three events, each to its agent")
                .settings("""
                        routes:
                        - when: {type: customer_query}
                          agent: support
                          session: "chat-{{event.chat}}"
                          task: "Answer: {{event.body}}"
                        - when: {type: data_ready}
                          agents: [a, b]
                          pick: round_robin
                        - when: {type: error_alert}
                          agent: hello
                        """)
                .agent("support", "")
                .agent("a", "")
                .agent("b", "")
                .event("customer_query-1.json", "{\"chat\": 7, \"body\": \"Where is it?\"}\n")
                .event("data_ready.json", "{\"path\": \"/data\"}\n")
                .event("error_alert.json", "{\"level\": 3}\n")
                .runs((slug, before, disk) -> ANSWER)
                .ends("customer-query-1", DONE, "the answer\n", 1)
                .ends("data-ready", DONE, "the answer\n", 1)
                .ends("error-alert", DONE, "the answer\n", 1);
    }

    private static Scenario fanOut() {
        return new Scenario("an event that three agents have a task each of")
                .settings("routes: [{when: {type: data_ready}, agents: [a, b, c], pick: all}]\n")
                .agent("a", "")
                .agent("b", "")
                .agent("c", "")
                .event("data_ready.json", "{\"path\": \"/data\"}\n")
                .runs((slug, before, disk) -> ANSWER)
                .ends("a-data-ready", DONE, "the answer\n", 1)
                .ends("b-data-ready", DONE, "the answer\n", 1)
                .ends("c-data-ready", DONE, "the answer\n", 1);
    }

    private static Scenario eventRejected() {
        return new Scenario("an event that no rule takes, and one that a rule can't make a task of")
                .settings("routes: [{when: {type: a}, agent: hello, task: \"{{event.nope}}\"}]\n")
                .drop("events/a.json", "{\"first\": 1}\n")
                .drop("events/b.json", "{\"second\": 2}\n")
                .endsRejected("a.json", "event.nope")
                .endsRejected("b.json", "`type` is `b`");
    }

    private static Scenario byRules() {
        return new Scenario("tasks that name nobody, given away by a rule, and begun again")
                .settings(
                        "routes: [{when: {chat: 7}, agents: [a, b], pick: round_robin, session: \"c-{{event.chat}}\"}]\n")
                .agent("a", "")
                .agent("b", "")
                .drop("tasks/one.md", "---\nmeta: {chat: 7}\n---\nThe first.\n")
                .drop("tasks/two.md", "---\nmeta: {chat: 7}\n---\nThe second.\n")
                .runs((slug, before, disk) ->
                        slug.equals("one") && before == 0 ? Script.begin().exit(1) : ANSWER)
                .ends("one", DONE, "the answer\n", 2)
                .ends("two", DONE, "the answer\n", 1);
    }

    private static Scenario group() {
        return new Scenario("a group with a rate")
                .settings("scan: 5m\ngroups: {upload: {concurrency: 1, per_hour: 1}}\n")
                .drop("tasks/a.md", "---\ngroup: upload\n---\n" + DO)
                .drop("tasks/b.md", "---\ngroup: upload\n---\nThe second thing.\n")
                .runs((slug, before, disk) -> ANSWER)
                .ends("a", DONE, "the answer\n", 1)
                .ends("b", DONE, "the answer\n", 1);
    }

    /** The schedule has been there for a while, and has one slot more. */
    private static Scenario slot() {
        return new Scenario("a slot of a schedule comes")
                .file("schedules/tick.md", "---\nevery: 15s\nuntil: 2026-11-20T12:00:29Z\nagent: hello\n---\n" + DO)
                .file(
                        "state/slots/tick.json",
                        "{\"identity\": \"every 15s\", \"judged\": \"2026-11-20T12:00:00Z\", \"due\": []}")
                .runs((slug, before, disk) -> ANSWER)
                .ends("tick", DONE, "the answer\n", 1);
    }
}
