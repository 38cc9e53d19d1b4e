package dev.reeve.launch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The processes of the machine, behind a seam that a simulator replaces. Nothing here waits for anything. */
public interface Processes {

    /** The boot and the pid namespace in which a pid means something here. */
    Home home();

    /**
     * Starts a program in the session of its own that its argv asks for, its streams open as files from the start.
     *
     * @param ended called from any thread, at most once, some time after this child has ended: a hint
     * @return its pid
     * @throws MachineFull if the machine had no room for it
     * @throws IOException if there is no process, and there never will be: a missing working directory, arguments too long
     */
    long spawn(Spawn spawn, Runnable ended) throws IOException;

    /** The process that has this pid now, or null if there is none or it is a zombie. */
    Seen look(long pid) throws IOException;

    /** Every living process that may be looked at, zombies left out. */
    List<Seen> all() throws IOException;

    /** What Reeve put into the environment of this process, or null where it has no mark or that can't be read. */
    Mark markOf(Seen process) throws IOException;

    /** Sends a signal to each of these that still is who it was; the others are passed over. */
    void signal(Signal signal, Collection<Identity> processes) throws IOException;

    /**
     * Runs a program of the system that ends at once, to learn whether it works here. This waits for it.
     *
     * @return what it said; null if it ended well
     */
    default String complaintOf(List<String> argv) {
        return "nothing can be tried here";
    }

    /**
     * Runs a program of the system for what it answers. This waits for it, at most as long as the errand says.
     *
     * @throws IOException if it can't be run, or was killed because its time was over
     */
    default Errand.Outcome run(Errand errand) throws IOException {
        throw new IOException("nothing can be run here");
    }

    /**
     * Runs a program of the system beside everything else, in a session of its own, nothing of which outlives it.
     *
     * @param ended called from any thread when there is an outcome: a hint
     */
    default Future<Errand.Outcome> begin(Errand errand, Runnable ended) {
        return CompletableFuture.failedFuture(new IOException("nothing can be run here"));
    }

    /** The pid of this process in the innermost pid namespace that it is in: what it takes itself for. */
    default long ownPid(Seen process) throws IOException {
        return process.pid();
    }

    /** What it holds and has used of the machine; null where that can't be told. */
    default Load loadOf(Seen process) throws IOException {
        return null;
    }

    enum Signal {
        TERM,
        KILL,
        STOP,
        CONT
    }
}
