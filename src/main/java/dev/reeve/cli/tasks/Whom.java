package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.message.Address;
import dev.reeve.message.Addressee;
import dev.reeve.text.Nearest;
import java.io.IOException;
import java.util.List;

/** Whom somebody means who writes {@code <agent>} or {@code <agent>/<session>}. */
public final class Whom {

    private final Doors doors;

    public Whom(Doors doors) {
        this.doors = doors;
    }

    /** To be written to: a session that nobody has written to yet is made by that. */
    public Addressee meant(String asked) throws IOException {
        List<String> agents = doors.agents();
        Address address = Address.of(asked, agents);
        if (address.problem() != null) {
            boolean wrongLabel = agents.contains(asked.replaceFirst("/.*", ""));
            throw new UserError(wrongLabel ? Exit.USAGE : Exit.NO_SUCH_THING, address.problem() + ".");
        }
        return address.whose();
    }

    /** To be looked at: a session must be there. */
    public Addressee there(String asked) throws IOException {
        Addressee whose = meant(asked);
        List<String> sessions = whose.session() == null ? List.of() : doors.sessions(whose.agent());
        if (whose.session() != null && !sessions.contains(whose.session())) {
            List<String> near = Nearest.all(whose.session(), sessions);
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "`" + whose.agent() + "` has no session `" + whose.session()
                            + "`; the first message to it makes it: `reeve send " + whose + " TEXT`."
                            + (near.isEmpty() ? Doors.thereAre(sessions) : "\nNearest: " + String.join(", ", near)));
        }
        return whose;
    }
}
