package dev.reeve.histories;

import dev.reeve.sim.SimWatcher;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What can happen in a history, and how often: from a seed it makes one, always the same.
 *
 * <p>A negative seed makes a history with families and {@link Teamwork}.
 *
 * <p>To teach it something new: write a {@link Deed}, and serve it here.
 */
final class Menu {

    private static final int LONGEST_MILLIS = 40_000;
    private static final int MOST_DROPS = 7;
    private static final int MOST_DEEDS = 7;
    private static final int MOST_STEPS = 160;
    private static final String[] DOORS = {
        "tasks", "agents/hello/tasks", "agents/pair/tasks", "agents/slow/tasks", "agents/flaky/tasks"
    };

    private final Random random;
    private final long seed;
    /** Tasks ask others for work. */
    private final boolean families;

    private final Map<String, String> good = new LinkedHashMap<>();
    private final List<Planned> deeds = new ArrayList<>();
    private final List<String> slugs = new ArrayList<>();
    private final List<Integer> moments = new ArrayList<>();

    private Menu(long seed) {
        this.seed = seed;
        this.families = seed < 0;
        // neighbouring seeds give like beginnings otherwise
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextLong();
    }

    static History of(long seed) {
        History history = new Menu(seed).make();
        return seed < 0 ? Teamwork.in(history) : history;
    }

    private History make() {
        good.put("reeve.yaml", settings());
        agent("hello", "");
        agent("pair", "concurrency: 2\n");
        agent("slow", "cwd: shared\n");
        agent("flaky", "breaker: {failures: 2, window: 3, cooldown: 15s}\nfallback: pair\n");
        Map<String, String> files = new LinkedHashMap<>(good);
        for (String door : DOORS) {
            files.put(door + "/", null);
        }
        int drops = 1 + random.nextInt(MOST_DROPS);
        for (int i = 0; i < drops; i++) {
            drop();
        }
        crash();
        int more = random.nextInt(MOST_DEEDS + 1);
        for (int i = 0; i < more; i++) {
            deed();
        }
        SimWatcher.Mood[] moods = SimWatcher.Mood.values();
        return new History(seed, files, good, moods[random.nextInt(moods.length)], deeds, Map.of());
    }

    private String settings() {
        int places = 1 + random.nextInt(4);
        return "zone: UTC\nwatch: off\ngrace: 2s\ndefault_agent: hello\nscan: " + oneOf("1s", "5s", "20s")
                + "\nsettle: 200ms\nlimits: {max_concurrent: " + places + ", reserve_urgent: "
                + random.nextInt(Math.min(places, 2)) + "}\ngroups: {narrow: {concurrency: 1}, hourly: {concurrency: "
                + (1 + random.nextInt(2)) + ", per_hour: 4}}\n";
    }

    private void agent(String name, String more) {
        good.put("agents/" + name + "/agent.yaml", "command: [/bin/sh, run.sh]\nbackoff: 2s\n" + more);
    }

    private void drop() {
        String slug = "t" + slugs.size();
        String door = oneOf(DOORS);
        int retries = random.nextInt(3);
        List<Behaviour> behaviours = new ArrayList<>();
        for (int run = 0; run <= random.nextInt(3); run++) {
            behaviours.add(oneOf(behaviours()));
        }
        boolean strict = !door.contains("flaky");
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            strict &= key(keys);
        }
        if (random.nextInt(15) == 0) {
            keys.add(Work.BAD);
        }
        Work work = new Work(slug, keys, retries, behaviours, strict);
        Drop.How[] ways = Drop.How.values();
        int at = random.nextInt(LONGEST_MILLIS / 2);
        moments.add(at);
        Drop.How how = random.nextInt(3) == 0 ? ways[random.nextInt(ways.length)] : Drop.How.RENAMED;
        plan(
                at,
                steps(),
                new Drop(
                        work,
                        door,
                        how,
                        oneOf(Drop.Synced.ALL, Drop.Synced.ALL, Drop.Synced.WORDS, Drop.Synced.NOTHING)));
        slugs.add(slug);
    }

    /** Adds a line to the front matter. @return true if the task's end does not depend on it */
    private boolean key(List<String> keys) {
        String line = oneOf(
                "priority: 1",
                "priority: 3",
                "group: narrow",
                "group: hourly",
                "memory: false",
                "not_before: 4s",
                "after",
                "after_failed: run",
                "after_failed: hold",
                "on_lost: hold",
                "deadline: 15s",
                "idle_timeout: 3s",
                "cwd: shared",
                "idempotency_key: one",
                "fallback: pair");
        String name = line.split(":")[0];
        if (keys.stream().anyMatch(key -> key.startsWith(name + ":"))) {
            return true;
        }
        if (line.equals("after")) {
            keys.add("after: [" + (slugs.isEmpty() || random.nextInt(6) == 0 ? "nobody" : slug()) + "]");
            return false;
        }
        keys.add(line);
        return !List.of("after_failed", "on_lost", "deadline", "idle_timeout", "idempotency_key", "fallback")
                .contains(name);
    }

    private void deed() {
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3 -> at(new PeoplesDeeds.Mv(slugOfAny(), oneOf(State.values()), random.nextInt(3) != 0));
            case 4, 5 -> at(new PeoplesDeeds.Mv(slugOfAny(), State.QUEUE, random.nextInt(3) != 0));
            case 6, 7 -> at(new PeoplesDeeds.Rm(slugOfAny(), random.nextLong()));
            case 8 -> at(new PeoplesDeeds.Edit(slug()));
            case 9, 10 -> configure();
            case 11 -> stop();
            case 12 -> at(new Faults.FullDisk(Duration.ofMillis(50L << random.nextInt(9))));
            case 13 -> at(new Faults.ClockSet(Duration.ofSeconds(random.nextInt(8000) - 4000)));
            case 14 -> at(new Faults.ProcessDies(random.nextInt(8)));
            case 15 -> at(new Faults.Ends(random.nextInt(3) == 0, down()));
            case 16 -> at(new Faults.Second());
            case 17 -> at(new Faults.Starved(Duration.ofMillis(1L << random.nextInt(9))));
            default -> crash();
        }
    }

    private void crash() {
        boolean torn = random.nextInt(4) == 0;
        if (random.nextBoolean()) {
            at(new Faults.Kill(torn, down()));
        } else {
            at(new Faults.PowerCut(oneOf(Wreckage.Left.values()), random.nextLong(), torn));
        }
    }

    private Duration down() {
        return Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(30_000) : 0);
    }

    private void configure() {
        String settings = good.get("reeve.yaml");
        String agent = oneOf("hello", "pair", "slow");
        String file = "agents/" + agent + "/agent.yaml";
        switch (random.nextInt(5)) {
            case 0 -> write("reeve.yaml", settings + "colour: red\n", "breaks reeve.yaml");
            case 1 ->
                write(
                        "reeve.yaml",
                        settings.replaceAll("max_concurrent: \\d", "max_concurrent: 2")
                                .replaceAll("reserve_urgent: \\d", "reserve_urgent: 0"),
                        "sets max_concurrent to 2");
            case 2 -> write(file, good.get(file) + "timeout: soon\n", "breaks agent " + agent);
            case 3 -> write(file, null, "removes agent " + agent);
            default -> write(file, good.get(file) + "retries: 1\n", "changes agent " + agent);
        }
    }

    private void stop() {
        write("STOP", random.nextInt(3) == 0 ? "now\n" : "", "makes STOP");
        write("STOP", null, "removes STOP");
    }

    private void write(String file, String content, String words) {
        at(new PeoplesDeeds.Write(file, content, words));
    }

    /** Mostly soon after something was dropped, where the supervisor has much to do. */
    private void at(Deed deed) {
        int at = random.nextInt(4) == 0
                ? random.nextInt(LONGEST_MILLIS)
                : moments.get(random.nextInt(moments.size())) + 150 + random.nextInt(1 << (4 + random.nextInt(10)));
        plan(at, steps(), deed);
    }

    private int steps() {
        return random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(MOST_STEPS);
    }

    private void plan(int millis, int steps, Deed deed) {
        deeds.add(new Planned(deeds.size(), Duration.ofMillis(millis), steps, deed));
    }

    private String slug() {
        return slugs.get(random.nextInt(slugs.size()));
    }

    private Behaviour[] behaviours() {
        return Stream.of(Behaviour.values())
                .filter(behaviour -> !behaviour.sends() && (families || !behaviour.asks()))
                .toArray(Behaviour[]::new);
    }

    /** Of a child as well, which may never come to be. */
    private String slugOfAny() {
        String slug = slug();
        return families && random.nextInt(4) == 0
                ? slug + oneOf("-a", "-q", "-s", "-l", "-r", "-f", "-h", "-n", "-n-a")
                : slug;
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
