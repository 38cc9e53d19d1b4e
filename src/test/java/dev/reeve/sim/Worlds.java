package dev.reeve.sim;

import dev.reeve.files.Durable;
import dev.reeve.launch.Processes;
import dev.reeve.supervisor.World;

/** A world like another, but for its disk and its processes. */
public final class Worlds {

    private Worlds() {}

    public static World with(World world, Durable durable, Processes processes) {
        return new World(
                durable,
                processes,
                world.time(),
                world.random(),
                world.environment(),
                world.programs(),
                world.outside(),
                world.reeve(),
                world.pid(),
                world.host(),
                world.version(),
                world.watching());
    }
}
