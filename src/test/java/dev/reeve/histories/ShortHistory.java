package dev.reeve.histories;

import dev.reeve.sim.SimWatcher;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A history that is written down, with a name that says what it is about. */
final class ShortHistory {

    final String name;
    private final Map<String, String> good = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Planned> deeds = new ArrayList<>();
    private final Map<String, History.End> ends = new LinkedHashMap<>();
    private Drop.Synced synced = Drop.Synced.WORDS;
    private int millis;
    private boolean waitsForHours;

    ShortHistory(String name) {
        this.name = name;
        settings("");
        agent("hello", "");
    }

    ShortHistory settings(String more) {
        good.put(
                "reeve.yaml",
                (more.contains("zone:") ? "" : "zone: UTC\n")
                        + "watch: off\ngrace: 2s\nsettle: 200ms\ndefault_agent: hello\n"
                        + (more.contains("scan:") ? "" : "scan: 5s\n") + more);
        return this;
    }

    ShortHistory agent(String agent, String more) {
        good.put("agents/" + agent + "/agent.yaml", "command: [/bin/sh, run.sh]\nbackoff: 2s\n" + more);
        files.put("agents/" + agent + "/tasks/", null);
        return this;
    }

    /** Much is looked at again and again until it comes to its end. */
    ShortHistory waitingForHours() {
        waitsForHours = true;
        return this;
    }

    boolean waitsForHours() {
        return waitsForHours;
    }

    /** Something that is there from the beginning. */
    ShortHistory file(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** What follows happens after this. */
    ShortHistory after(int more) {
        millis += more;
        return this;
    }

    /** What is forced by whoever drops what follows; usually the words. */
    ShortHistory synced(Drop.Synced what) {
        synced = what;
        return this;
    }

    ShortHistory drop(String door, String slug, String keys, int retries, Behaviour... behaviours) {
        return drop(door, slug, keys, retries, Drop.How.RENAMED, behaviours);
    }

    /** @param keys separated by {@code ;} */
    ShortHistory drop(String door, String slug, String keys, int retries, Drop.How how, Behaviour... behaviours) {
        List<String> lines = keys.isEmpty() ? List.of() : Arrays.asList(keys.split("; "));
        return then(new Drop(new Work(slug, lines, retries, List.of(behaviours), keys.isEmpty()), door, how, synced));
    }

    /** One whose answers are checked. @param verify what its front matter says of that, separated by {@code ;} */
    ShortHistory checked(String slug, String verify, List<Check> checks, Behaviour... behaviours) {
        List<String> lines = Arrays.asList(verify.split("; "));
        return then(new Drop(
                new Work(slug, lines, 0, List.of(behaviours), checks, false), "tasks", Drop.How.RENAMED, synced));
    }

    ShortHistory then(Deed deed) {
        deeds.add(new Planned(deeds.size(), Duration.ofMillis(millis), 0, deed));
        return this;
    }

    ShortHistory when(String slug, State state, Deed... what) {
        return then(new WhenSeen(slug, state, false, List.of(what)));
    }

    ShortHistory whenAtWork(String slug, Deed... what) {
        return then(new WhenSeen(slug, State.RUNNING, true, List.of(what)));
    }

    ShortHistory ends(String slug, State state) {
        ends.put(slug, new History.End(state));
        return this;
    }

    ShortHistory endsNowhere(String slug) {
        ends.put(slug, new History.End(null));
        return this;
    }

    History undisturbed() {
        return with(List.of());
    }

    /** With something more that happens when the supervisor has taken so many steps. */
    History with(int steps, Deed deed) {
        return with(List.of(new Planned(deeds.size(), Duration.ZERO, steps, deed)));
    }

    /** With two things more. */
    History with(int steps, Deed deed, int laterSteps, Deed later) {
        return with(List.of(
                new Planned(deeds.size(), Duration.ZERO, steps, deed),
                new Planned(deeds.size() + 1, Duration.ZERO, laterSteps, later)));
    }

    private History with(List<Planned> more) {
        Map<String, String> all = new LinkedHashMap<>(good);
        all.putAll(files);
        List<Planned> both = new ArrayList<>(deeds);
        both.addAll(more);
        return new History(0, all, good, SimWatcher.Mood.SILENT, both, ends);
    }

    @Override
    public String toString() {
        return name;
    }
}
