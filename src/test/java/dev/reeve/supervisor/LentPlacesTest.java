package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.Resource.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places that are lent: however deep a team is nested, one is enough for it, and no more work at once than there are. */
class LentPlacesTest {

    private static final Resource ALL = Resource.of(Kind.WORKSPACE, "");

    private final Places places = new Places();

    private boolean start(String task, int width, String... lineage) {
        boolean room =
                places.missing(List.of(ALL), List.of(lineage), any -> width).isEmpty();
        if (room) {
            places.take(task, List.of(lineage), List.of(ALL));
        }
        return room;
    }

    @Test
    void onePlaceIsEnoughForATeamOfThreeLevels() {
        assertTrue(start("lead", 1));
        assertFalse(start("child", 1, "lead"));
        places.lend("lead");
        assertFalse(start("stranger", 1));
        assertTrue(start("child", 1, "lead"));
        assertFalse(start("second", 1, "lead"));
        places.lend("child");
        assertFalse(start("second", 1, "stranger"));
        assertTrue(start("grandchild", 1, "child", "lead"));
        assertFalse(places.takeBack("lead", any -> 1));
        assertFalse(places.takeBack("child", any -> 1));
        places.giveBack("grandchild");
        assertFalse(
                places.takeBack("lead", any -> 1), "the child has not come back to work, and its place is the lead's");
        assertTrue(places.takeBack("child", any -> 1));
        places.giveBack("child");
        assertTrue(places.takeBack("lead", any -> 1));
        assertFalse(start("stranger", 1));
    }

    @Test
    void whoeverGoesOnEarlyTakesAFreePlaceInPlaceOfTheOneInUse() {
        assertTrue(start("lead", 2));
        places.lend("lead");
        assertTrue(start("slow", 2, "lead"));
        assertTrue(start("stranger", 2));
        assertFalse(places.takeBack("lead", any -> 2));
        places.giveBack("stranger");
        assertTrue(places.takeBack("lead", any -> 2));
        assertEquals(2, places.taken(ALL));
    }

    @Test
    void aNarrowerLimitKeepsNobodyAwayForEver() {
        assertTrue(start("a", 3));
        assertTrue(start("b", 3));
        places.lend("a");
        assertTrue(places.takeBack("a", any -> 1), "it takes no more than it had");
    }

    /** Whatever starts, waits, goes on and ends, no more are at work than there are places. */
    @Test
    void noMoreAreAtWorkThanThereArePlaces() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(3);
            Places all = new Places();
            Map<String, List<String>> lineages = new HashMap<>();
            List<String> holders = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                String one = holders.isEmpty() ? null : holders.get(random.nextInt(holders.size()));
                switch (random.nextInt(4)) {
                    case 0, 1 -> {
                        List<String> lineage = new ArrayList<>();
                        if (one != null && random.nextInt(4) > 0) {
                            lineage.add(one);
                            lineage.addAll(lineages.get(one));
                        }
                        if (all.missing(List.of(ALL), lineage, any -> width).isEmpty()) {
                            String task = "t" + step;
                            lineages.put(task, lineage);
                            holders.add(task);
                            all.take(task, lineage, List.of(ALL));
                        }
                    }
                    case 2 -> {
                        if (one != null && all.lends(one)) {
                            all.takeBack(one, any -> width);
                        } else if (one != null) {
                            all.lend(one);
                        }
                    }
                    default -> {
                        if (one != null && !all.lends(one)) {
                            holders.remove(one);
                            all.giveBack(one);
                        }
                    }
                }
                long working = holders.stream().filter(task -> !all.lends(task)).count();
                assertTrue(
                        working <= width, "seed " + seed + ", step " + step + ": " + working + " at work of " + width);
            }
            // all that wait can go on in the end, the youngest first
            for (int i = holders.size() - 1; i >= 0; i--) {
                assertTrue(all.takeBack(holders.get(i), any -> width), "seed " + seed + ": stuck");
                all.giveBack(holders.get(i));
            }
        }
    }
}
