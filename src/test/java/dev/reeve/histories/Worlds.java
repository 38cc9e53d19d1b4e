package dev.reeve.histories;

import dev.reeve.files.Durable;
import dev.reeve.launch.Processes;
import dev.reeve.supervisor.World;

/** A world like another, but for its disk and its processes. */
final class Worlds {

    private Worlds() {}

    static World with(World world, Durable durable, Processes processes) {
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
