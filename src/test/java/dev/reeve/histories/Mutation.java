package dev.reeve.histories;

import dev.reeve.files.Disk;

/** A change of what the supervisor does to its disk, to see whether anybody notices. */
interface Mutation {

    Mutation NONE = disk -> disk;

    Disk onDisk(Disk disk);
}
