package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A task as its author means it.
 *
 * @param keys the lines of its front matter, but for what is in all of them
 * @param behaviours of its program, run by run; the last one again and again
 * @param strict it must end as its behaviours say: nothing in its own keys decides otherwise
 */
record Work(String slug, List<String> keys, int retries, List<Behaviour> behaviours, boolean strict) {

    /** A line that can't be understood. */
    static final String BAD = "colour: red";

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    String text() {
        StringBuilder text =
                new StringBuilder("---\nretries: " + retries + "\ntimeout: " + TIMEOUT.toSeconds() + "s\n");
        keys.forEach(key -> text.append(key).append('\n'));
        return text.append("---\nDo ").append(words()).append(".\n").toString();
    }

    /** In no other file that anybody drops. */
    String words() {
        return "the work of " + slug;
    }

    Behaviour behaviour(int run) {
        return behaviours.get(Math.min(run, behaviours.size() - 1));
    }

    Script script(int run) {
        return behaviour(run).script(this, answer(run));
    }

    String answer(int run) {
        return "answer of " + slug + " in run " + run + "\n";
    }

    /** It can't be understood. */
    boolean isBad() {
        return keys.contains(BAD);
    }

    /** How often it is run if nothing disturbs it. */
    int runs() {
        Set<Behaviour> woken = EnumSet.noneOf(Behaviour.class);
        int failures = 0;
        int runs = 1;
        while (true) {
            Behaviour last = behaviour(runs - 1);
            // asked for a second time by the same words, a child is done already
            boolean again = last.succeeds ? last.isWoken() && woken.add(last) : failures++ < retries;
            if (!again) {
                return runs;
            }
            runs++;
        }
    }

    boolean succeeds() {
        return behaviour(runs() - 1).succeeds;
    }

    /** All its runs come to the same. */
    boolean always(boolean success) {
        return behaviours.stream().allMatch(behaviour -> behaviour.succeeds == success);
    }
}
