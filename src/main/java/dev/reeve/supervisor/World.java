package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.launch.Processes;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Everything that a supervisor gets from outside, so that the same code runs for real and under a simulator.
 *
 * @param environment the supervisor's own variables
 * @param programs what can be run where it runs
 * @param outside what there is around the workspace
 * @param reeve the folder of the command {@code reeve}, for the PATH of every process
 * @param pid the supervisor's own
 * @param watching false: no events, whatever the settings say
 */
public record World(
        Durable durable,
        Processes processes,
        Time time,
        LongSupplier random,
        Map<String, String> environment,
        Programs programs,
        Outside outside,
        Path reeve,
        long pid,
        String host,
        String version,
        boolean watching) {}
