package dev.reeve.shared;

import dev.reeve.launch.HostName;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Who wants a lock: a process, and what it can see of others.
 *
 * @param owner in words, for those who wait
 */
public record Asker(String owner, Identity self, String host, Processes processes, InstantSource clock) {

    public static Asker thisProcess(String owner, Processes processes, InstantSource clock) throws IOException {
        long pid = ProcessHandle.current().pid();
        Seen self = processes.look(pid);
        if (self == null) {
            throw new IOException("the processes of this machine can't be read: not even " + pid + " is found");
        }
        return new Asker(owner, self.identity(), HostName.ofThisMachine(), processes, clock);
    }
}
