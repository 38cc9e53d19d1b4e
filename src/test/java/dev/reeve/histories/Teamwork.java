package dev.reeve.histories;

import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What else happens in a history with families: messages from people and agents, words to tasks while they go on, answers
 * that are checked, and a parent that is given up in the midst of it all. It has a chance of its own, so that what it adds
 * changes nothing of what the {@link Menu} has chosen.
 */
final class Teamwork {

    private static final String[] AGENTS = {"hello", "pair", "slow", "flaky"};
    private static final int MOST_WORDS = 6;
    private static final int MOST_HINTS = 3;

    private final History history;
    private final Random random;
    private final List<Planned> deeds = new ArrayList<>();
    private final List<Planned> drops;
    private final String limits;

    private Teamwork(History history) {
        this.history = history;
        this.random = new Random(history.seed() * 0xD1B54A32D192ED03L);
        this.drops = history.deeds().stream()
                .filter(planned -> planned.deed() instanceof Drop)
                .toList();
        random.nextLong();
        this.limits = "max_hops: " + random.nextInt(3) + (random.nextInt(6) == 0 ? ", wakes_per_hour: 1" : "");
    }

    static History in(History families) {
        return new Teamwork(families).make();
    }

    private History make() {
        boolean keepsMessages = random.nextInt(3) != 0;
        for (Planned planned : history.deeds()) {
            deeds.add(new Planned(planned.number(), planned.at(), planned.steps(), changed(planned.deed())));
        }
        wake();
        for (int i = random.nextInt(MOST_WORDS + 1); i > 0; i--) {
            at(new MailDeeds.Say(
                    oneOf(AGENTS) + (random.nextInt(3) == 0 ? "/chat" : ""),
                    "m" + deeds.size(),
                    random.nextInt(6) == 0));
        }
        for (int i = random.nextInt(MOST_HINTS + 1); i > 0; i--) {
            at(new MailDeeds.Steer(slug(), "m" + deeds.size()));
        }
        if (random.nextInt(4) == 0) {
            at(new PeoplesDeeds.Mv("messages", oneOf(State.values()), true));
        }
        if (random.nextInt(4) == 0) {
            String slug = slug();
            plan(0, 0, new WhenSeen(slug, State.RUNNING, true, List.of(new PeoplesDeeds.Mv(slug, State.FAILED, true))));
        }
        Map<String, String> good = new LinkedHashMap<>(history.good());
        Map<String, String> files = new LinkedHashMap<>(history.files());
        good.replaceAll(this::configured);
        if (!keepsMessages) {
            good.merge("reeve.yaml", "retention: {messages: 2s}\n", String::concat);
        }
        files.putAll(good);
        return new History(history.seed(), files, good, history.watcher(), deeds, history.ends());
    }

    /** Nothing that hangs without a timeout of its own does so for long. */
    private String configured(String file, String content) {
        if (file.equals("reeve.yaml")) {
            return content.replace("limits: {", "limits: {" + limits + ", ");
        }
        boolean open = file.endsWith("/agent.yaml") && content != null && !content.contains("timeout:");
        return open ? content + "timeout: " + Work.TIMEOUT.toSeconds() + "s\n" : content;
    }

    private Deed changed(Deed deed) {
        if (deed instanceof Drop drop) {
            return new Drop(changed(drop.work()), drop.door(), drop.how(), drop.synced());
        }
        return deed instanceof PeoplesDeeds.Write write
                ? new PeoplesDeeds.Write(write.file(), configured(write.file(), write.content()), write.words())
                : deed;
    }

    private Work changed(Work work) {
        List<Behaviour> behaviours = new ArrayList<>(work.behaviours());
        if (random.nextInt(4) == 0) {
            behaviours.set(random.nextInt(behaviours.size()), oneOf(Behaviour.SENDS, Behaviour.SENDS_AND_FAILS));
        }
        if (random.nextInt(3) != 0) {
            return new Work(work.slug(), work.keys(), work.retries(), behaviours, work.strict());
        }
        List<String> keys = new ArrayList<>(work.keys());
        keys.add(oneOf("verify: make test", "verify: make test", "verify: {agent: " + oneOf(AGENTS) + "}"));
        if (random.nextInt(3) == 0) {
            keys.add("max_rounds: " + (1 + random.nextInt(2)));
        }
        List<Check> checks = new ArrayList<>();
        for (int round = 0; round <= random.nextInt(3); round++) {
            checks.add(random.nextInt(3) == 0 ? oneOf(Check.values()) : oneOf(Check.ACCEPTS, Check.REFUSES));
        }
        return new Work(work.slug(), keys, work.retries(), behaviours, checks, false);
    }

    /** What agents do when messages wake them; the others answer. */
    private void wake() {
        for (String agent : AGENTS) {
            switch (random.nextInt(4)) {
                case 0 -> plan(0, 0, new MailDeeds.Woken(agent, oneOf(AGENTS), List.of()));
                case 1 ->
                    plan(
                            0,
                            0,
                            new MailDeeds.Woken(
                                    agent,
                                    null,
                                    List.of(
                                            oneOf(Behaviour.FAILS, Behaviour.SLOW, Behaviour.ANSWERS, Behaviour.HANGS),
                                            Behaviour.ANSWERS)));
                default -> {}
            }
        }
    }

    /** Mostly soon after something was dropped, and in the midst of what the supervisor does. */
    private void at(Deed deed) {
        long at = oneOf(drops).at().toMillis() + random.nextInt(1 << (4 + random.nextInt(11)));
        plan(at, random.nextInt(2) == 0 ? 0 : 1 + random.nextInt(160), deed);
    }

    private void plan(long millis, int steps, Deed deed) {
        deeds.add(new Planned(deeds.size(), Duration.ofMillis(millis), steps, deed));
    }

    private String slug() {
        return ((Drop) oneOf(drops).deed()).work().slug();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
