package dev.reeve.histories;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.sim.Worlds;
import dev.reeve.supervisor.World;
import java.io.IOException;
import java.nio.file.Path;

/** The claim of an attempt is not exclusive any more, on one of its two sides. */
enum ClaimedTwice implements Mutation {
    /** A shim takes an attempt that was closed with {@code never}. */
    BY_A_SHIM {
        @Override
        public World of(World world) {
            return world;
        }

        @Override
        public boolean shimsClaimExclusively() {
            return false;
        }
    },

    /** Reeve closes an attempt that a shim has taken. */
    BY_REEVE {
        @Override
        public World of(World world) {
            Disk disk = new DelegatingDisk(world.durable().disk()) {
                @Override
                public void link(Path existing, Path name) throws IOException {
                    if (name.endsWith("exit") && stat(name) != null) {
                        remove(name);
                    }
                    super.link(existing, name);
                }
            };
            return Worlds.with(world, new Durable(disk, world.random()), world.processes());
        }
    }
}
