package dev.reeve.launch;

import java.time.Duration;

/**
 * What one process holds and has used of the machine.
 *
 * @param memory bytes of its own in memory: without what it shares as files with others
 * @param cpu time of the processor, with that of its children that have ended
 */
public record Load(long memory, Duration cpu) {}
