package dev.reeve.launch;

import java.io.IOException;
import java.util.List;

/** What one kind of system tells about its processes; each method as in {@link Processes}. */
interface ProcessTable {

    Home home() throws IOException;

    Seen look(long pid) throws IOException;

    List<Seen> all() throws IOException;

    Mark markOf(Seen process) throws IOException;

    long ownPid(Seen process) throws IOException;

    Load loadOf(Seen process) throws IOException;
}
