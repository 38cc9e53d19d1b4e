package dev.reeve.cli.submit;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes and drops what was planned, or goes on where the same call was cut off, and tells the ids. */
final class Fan {

    private final Invocation invocation;
    private final Path door;

    Fan(Invocation invocation, Path door) {
        this.invocation = invocation;
        this.door = door;
    }

    /** @param told false: nobody wants to read the ids */
    List<String> out(FanOut.Plan plan, boolean json, boolean told) throws IOException {
        String number = Long.toHexString(invocation.random().getAsLong());
        TogetherDrop drop = new TogetherDrop(invocation.durable(), door, plan.name(), number);
        List<String> ids = drop.begun();
        if (ids != null) {
            invocation.note("this very call was cut off before: it goes on with the "
                    + Phrases.count(drop.left(ids), "task") + " of " + Phrases.count(ids.size())
                    + " that had not been dropped.");
        } else {
            ids = drop.make(plan.parts());
        }
        drop.drop(ids);
        if (told && json) {
            ObjectNode node = Json.object();
            ArrayNode tasks = node.putArray("tasks");
            ids.forEach(tasks::add);
            invocation.say(Json.line(node));
        } else if (told) {
            ids.forEach(invocation::say);
        }
        invocation.terminal().out().flush();
        // only now: whoever was not told the ids makes the call again
        drop.over();
        return ids;
    }
}
