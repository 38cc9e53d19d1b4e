package dev.reeve.supervisor;

import static dev.reeve.workspace.State.DONE;
import static dev.reeve.workspace.State.FAILED;
import static dev.reeve.workspace.State.HELD;
import static dev.reeve.workspace.State.QUEUE;

import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Those in which a person is asked. */
final class PeopleScenarios {

    private static final Script ANSWER =
            Script.begin().write("result.md", "the answer\n").sleep(Duration.ofSeconds(1));
    private static final String DO = "Do the first thing.\n";
    private static final String APPROVE = "---\napprove: true\nretries: 1\n---\n" + DO;

    private PeopleScenarios() {}

    static List<Scenario> all() {
        return List.of(
                answered(),
                yesByMove(),
                noByMove(),
                approved(),
                approvedByMove(),
                refused(),
                passedOn(),
                passedOnToNobody(),
                reviewed());
    }

    private static Scenario withPeople(String name) {
        return new Scenario(name)
                .file("agents/jkw/agent.yaml", "runtime: human\n")
                .file("agents/jkw/tasks/", null)
                .runs((slug, before, disk) -> ANSWER);
    }

    private static void answer(People people, String id, String text) throws IOException {
        people.write("held/" + id + "/answer.md", text);
    }

    private static Scenario answered() {
        return withPeople("a person answers")
                .drop("agents/jkw/tasks/hi.md", DO)
                .when("hi", HELD, (people, id) -> answer(people, id, "forty-two\n"))
                .ends("hi", DONE, "forty-two\n", 0);
    }

    private static Scenario yesByMove() {
        return withPeople("a person says yes by a move")
                .drop("agents/jkw/tasks/hi.md", DO)
                .whenAtRest("hi", HELD, (people, id) -> people.mv(HELD, QUEUE, id))
                .ends("hi", DONE, "yes\n", 0);
    }

    private static Scenario noByMove() {
        return withPeople("a person won't do it")
                .drop("agents/jkw/tasks/hi.md", DO)
                .when("hi", HELD, (people, id) -> people.mv(HELD, FAILED, id))
                .ends("hi", FAILED, null, 0);
    }

    private static Scenario approved() {
        return withPeople("a person approves, and tells something")
                .drop("tasks/hi.md", APPROVE)
                .when("hi", HELD, (people, id) -> answer(people, id, "Yes, but quickly.\n"))
                .runs((slug, before, disk) -> before == 0 ? Script.begin().exit(3) : ANSWER)
                .ends("hi", DONE, "the answer\n", 2);
    }

    private static Scenario approvedByMove() {
        return withPeople("a person approves by a move")
                .drop("tasks/hi.md", APPROVE)
                .whenAtRest("hi", HELD, (people, id) -> people.mv(HELD, QUEUE, id))
                .ends("hi", DONE, "the answer\n", 1);
    }

    private static Scenario refused() {
        return withPeople("a person does not approve")
                .drop("tasks/hi.md", APPROVE)
                .when("hi", HELD, (people, id) -> answer(people, id, "No: too dear\n"))
                .ends("hi", FAILED, null, 0);
    }

    private static Scenario passedOn() {
        return withPeople("a person does not answer, nor does the next, and an agent does")
                .file("agents/jkw/agent.yaml", "runtime: human\ntimeout: 10s\nfallback: boss\n")
                .file("agents/boss/agent.yaml", "runtime: human\ntimeout: 10s\nfallback: hello\n")
                .drop("agents/jkw/tasks/hi.md", DO)
                .ends("hi", DONE, "the answer\n", 1);
    }

    private static Scenario passedOnToNobody() {
        return withPeople("nobody answers")
                .drop("agents/jkw/tasks/hi.md", "---\ntimeout: 10s\n---\n" + DO)
                .ends("hi", FAILED, null, 0);
    }

    private static Scenario reviewed() {
        return withPeople("a person sends an answer back, and accepts the next")
                .drop("tasks/hi.md", "---\nverify: {agent: jkw}\n---\n" + DO)
                .when("verify-1", HELD, (people, id) -> answer(people, id, "No. Mend it.\n"))
                .when("verify-2", HELD, (people, id) -> answer(people, id, "Yes\n"))
                .ends("hi", DONE, "the answer\n", 2);
    }
}
