package dev.reeve.program;

import dev.reeve.task.Usage;
import java.util.List;

/**
 * What was made of a program's output so far.
 *
 * @param total what the program counts altogether, from which the next run of the same conversation is told apart
 * @param forgotten it knows nothing of the conversation that it was to go on with
 * @param notes what a person should know of the output itself, each said once
 */
public record Heard(Told told, Usage total, boolean forgotten, List<String> notes) {

    public static final Heard NOTHING = new Heard(Told.NOTHING, Usage.NONE, false, List.of());
}
