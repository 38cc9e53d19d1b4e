package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.util.Arrays;
import java.util.List;

/** A task that another asks for. Its slug is its parent's with a letter, so that whoever sees it knows what it does. */
enum Kid {
    ANSWERS("a", 0, Behaviour.ANSWERS),
    QUICK("q", 0, Behaviour.QUICK),
    DELIVERS("d", 0, Behaviour.DELIVERS),
    SLOW("s", 0, Behaviour.SLOW),
    LATER("l", 0, Behaviour.SLOW),
    RETRIES("r", 1, Behaviour.FAILS, Behaviour.ANSWERS),
    FAILS("f", 0, Behaviour.FAILS),
    OPTIONAL("o", 0, Behaviour.FAILS) {
        @Override
        List<String> keys() {
            return List.of("optional: true");
        }
    },
    BAD("b", 0, Behaviour.QUICK) {
        @Override
        List<String> keys() {
            return List.of(Work.BAD);
        }
    },
    HANGS("h", 0, Behaviour.HANGS),
    NESTS("n", 0, Behaviour.SPAWNS_AND_WAITS),
    NESTS_DEEPLY("m", 0, Behaviour.SPAWNS_DEEPLY);

    private final String letter;
    private final int retries;
    private final List<Behaviour> behaviours;

    Kid(String letter, int retries, Behaviour... behaviours) {
        this.letter = letter;
        this.retries = retries;
        this.behaviours = List.of(behaviours);
    }

    List<String> keys() {
        return List.of();
    }

    private static Kid of(String letter) {
        return Arrays.stream(values())
                .filter(kid -> kid.letter.equals(letter))
                .findFirst()
                .orElse(null);
    }

    /** @return null if no task has such children */
    static Work work(String slug) {
        String one = slug.replaceFirst("-2$", "");
        int dash = one.lastIndexOf('-');
        Kid kid = dash < 0 ? null : of(one.substring(dash + 1));
        return kid == null ? null : new Work(slug, kid.keys(), kid.retries, kid.behaviours, true);
    }

    /** @param letters of the children that this work asks for */
    static Script ask(Script script, Work work, String letters) {
        for (String letter : letters.split("")) {
            String slug = work.slug() + "-" + letter;
            script.spawn(slug + ".md", work(slug).text());
        }
        return script;
    }

    /** Another under the same label. */
    static Script askForAnother(Script script, Work work, String letter) {
        String slug = work.slug() + "-" + letter;
        String text = work(slug + "-2").text().replaceFirst("---\n", "---\nlabel: " + slug + "\n");
        return script.spawn(slug + "-2.md", text);
    }

    /** @param root the slug of another task */
    static boolean isBelow(String slug, String root) {
        return slug.startsWith(root + "-");
    }
}
