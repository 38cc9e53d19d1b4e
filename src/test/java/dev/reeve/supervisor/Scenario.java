package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.launch.Mark;
import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A short history of a workspace, and how it has to end whatever happens on the way. */
final class Scenario {

    /** Something that a person does as soon as a task is where he waits for it. */
    record Deed(String slug, State seenIn, boolean atWork, boolean atRest, Doing doing) {}

    @FunctionalInterface
    interface Doing {
        void to(People people, String id) throws IOException;
    }

    /** What runs for a task, by the slug of its label, how often it was run before, and what stands on the disk. */
    @FunctionalInterface
    interface Program {
        Script of(String slug, int before, Disk disk) throws IOException;
    }

    /** How a task ends. @param where null: nowhere, it is cancelled @param result null: none */
    record End(State where, String result, int runs) {}

    final String name;
    final Map<String, String> files = new LinkedHashMap<>();
    final List<Deed> deeds = new ArrayList<>();
    final Map<String, End> ends = new LinkedHashMap<>();
    final Map<String, String> rejected = new LinkedHashMap<>();
    final List<String> drops = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    private Program programs = (slug, before, disk) -> Script.begin();

    Scenario(String name) {
        this.name = name;
        settings("");
        agent("hello", "");
    }

    Scenario settings(String yaml) {
        files.put("reeve.yaml", "zone: UTC\nwatch: off\ngrace: 2s\ndefault_agent: hello\n" + yaml);
        return this;
    }

    Scenario agent(String agent, String yaml) {
        files.put("agents/" + agent + "/agent.yaml", "command: [/bin/sh, run.sh]\nbackoff: 2s\n" + yaml);
        files.put("agents/" + agent + "/tasks/", null);
        return this;
    }

    /** @param content has a word in it that is in no other drop */
    Scenario drop(String path, String content) {
        files.put(path, content);
        drops.add(content);
        return this;
    }

    /** An event that a rule takes. @param content has a word in it that is in no other drop */
    Scenario event(String name, String content) {
        events.add(name);
        events.sort(null);
        return drop("events/" + name, content);
    }

    /** Something that is there from the beginning. */
    Scenario file(String path, String content) {
        files.put(path, content);
        return this;
    }

    Scenario runs(Program program) {
        programs = program;
        return this;
    }

    Scenario when(String slug, State seenIn, Doing doing) {
        deeds.add(new Deed(slug, seenIn, false, false, doing));
        return this;
    }

    /** As soon as the step that brought it there is written down: what is moved back before that looks like it was cut off. */
    Scenario whenAtRest(String slug, State seenIn, Doing doing) {
        deeds.add(new Deed(slug, seenIn, false, true, doing));
        return this;
    }

    /** As soon as its program runs. */
    Scenario whenAtWork(String slug, Doing doing) {
        deeds.add(new Deed(slug, State.RUNNING, true, false, doing));
        return this;
    }

    /** @param runs how often its program runs if no power is lost */
    Scenario ends(String slug, State where, String result, int runs) {
        ends.put(slug, new End(where, result, runs));
        return this;
    }

    Scenario endsRejected(String name, String words) {
        rejected.put(name, words);
        return this;
    }

    Script program(Mark mark, int before, Disk disk) throws IOException {
        return programs.of(TaskId.slugOf(mark.task()), before, disk);
    }

    @Override
    public String toString() {
        return name;
    }
}
