package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.supervisor.Resource.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All places or none, and who has them. */
class PlacesTest {

    private static final Resource ALL = Resource.of(Kind.WORKSPACE, "");
    private static final Resource ONE = Resource.of(Kind.AGENT, "a");

    private final Places places = new Places();

    private List<Resource> missing() {
        return places.missing(List.of(ALL, ONE), List.of(), resource -> resource.equals(ALL) ? 2 : 1);
    }

    @Test
    void theMissingOnesAreTold() {
        assertEquals(List.of(), missing());
        places.take("x", List.of(), List.of(ALL, ONE));
        assertEquals(List.of(ONE), missing());
        places.take("y", List.of(), List.of(ALL));
        assertEquals(List.of(ALL, ONE), missing());
        assertEquals(Set.of("x", "y"), places.holders(ALL));
        places.giveBack("x");
        assertEquals(List.of(), missing());
        assertEquals(Set.of(), places.holders(ONE));
    }

    @Test
    void whoTakesAgainGivesBackFirst() {
        places.take("x", List.of(), List.of(ALL, ONE));
        places.take("x", List.of(), List.of(ALL));
        assertEquals(1, places.taken(ALL));
        assertEquals(0, places.taken(ONE));
        places.giveBack("nobody");
        assertEquals(1, places.taken(ALL));
    }

    @Test
    void aCopyIsTriedOnAlone() {
        places.take("x", List.of(), List.of(ALL));
        Places copy = places.copy();
        copy.take("y", List.of(), List.of(ALL));
        copy.giveBack("x");
        assertEquals(Set.of("x"), places.holders(ALL));
        assertEquals(Set.of("y"), copy.holders(ALL));
    }
}
