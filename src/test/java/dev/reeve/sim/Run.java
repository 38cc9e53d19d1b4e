package dev.reeve.sim;

import dev.reeve.launch.Mark;
import java.time.Instant;

/** A program that was really run. */
public record Run(Mark mark, String agent, Instant at) {

    public String task() {
        return mark.task();
    }

    public int attempt() {
        return mark.attempt();
    }
}
