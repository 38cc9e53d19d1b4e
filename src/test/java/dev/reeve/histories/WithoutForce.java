package dev.reeve.histories;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.sim.Worlds;
import dev.reeve.supervisor.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** One {@code force} of the code is left out. */
record WithoutForce(Predicate<Site> wanted, String words) implements Mutation {

    WithoutForce(Site site) {
        this(site::equals, "without " + site);
    }

    @Override
    public World of(World world) {
        Disk disk = new DelegatingDisk(world.durable().disk()) {
            @Override
            public void forceFile(Path file) throws IOException {
                if (!wanted.test(Site.here("force file"))) {
                    super.forceFile(file);
                }
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                if (!wanted.test(Site.here("force folder"))) {
                    super.forceFolder(folder);
                }
            }
        };
        return Worlds.with(world, new Durable(disk, world.random()), world.processes());
    }

    @Override
    public String toString() {
        return words;
    }
}
