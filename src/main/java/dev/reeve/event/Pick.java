package dev.reeve.event;

/** Which of several agents gets the work. */
public enum Pick {
    /** Who has the fewest tasks that have not ended; of several such, who stands first. */
    LEAST_LOADED,
    /** One after the other. */
    ROUND_ROBIN,
    /** Each of them, a task of its own. */
    ALL
}
