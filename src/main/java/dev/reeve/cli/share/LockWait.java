package dev.reeve.cli.share;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.call.Span;
import dev.reeve.launch.RealProcesses;
import dev.reeve.shared.Asker;
import dev.reeve.shared.LockNote;
import dev.reeve.shared.SharedLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Option;

/** Waits for the lock on a file, and says for whom it waits. */
final class LockWait {

    /** Most locks are held for less; to speak of these would only be noise. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "How long to wait for the lock at most, as 90s or 1h30m. Default: as long as it takes.")
    private Duration timeout;

    SharedLock lock(Invocation call, Path file) throws IOException {
        Asker asker = Asker.thisProcess(owner(call.environment()), RealProcesses.ofThisMachine(), call.clock());
        return new SharedLock(call.durable(), call.random(), asker, file);
    }

    private static String owner(Map<String, String> environment) {
        String agent = environment.getOrDefault("REEVE_AGENT", "");
        return agent.isEmpty()
                ? "user " + System.getProperty("user.name")
                : "agent " + agent + ", task " + environment.getOrDefault("REEVE_TASK_ID", "unknown");
    }

    SharedLock.Waiting waiting(Invocation call, SharedLock lock) {
        Poll poll = call.poll(timeout);
        Instant spoken = call.now().plus(QUIET);
        return new SharedLock.Waiting() {
            private boolean told;

            @Override
            public boolean again(LockNote by) {
                if (!told && !call.now().isBefore(spoken)) {
                    told = true;
                    call.note(lock.path() + " " + holder(by) + "; waiting for it.");
                }
                if (poll.again()) {
                    return true;
                }
                call.note(lock.path() + " " + holder(by) + "; gave up waiting for it.");
                return false;
            }
        };
    }

    private static String holder(LockNote by) {
        if (by == null) {
            return "can't be read, or is just being taken away";
        }
        String process = (by.command() == null ? by.process() : by.command()).pid() + " on " + by.host();
        String expiry = by.expires() == null ? "" : ", expires " + Phrases.time(by.expires());
        return "is held by " + Phrases.line(by.owner()) + " (pid " + Phrases.line(process) + ") since "
                + Phrases.time(by.taken()) + expiry;
    }
}
