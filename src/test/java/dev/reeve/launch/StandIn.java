package dev.reeve.launch;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A supervisor of one task that follows the steps of an attempt and {@link Fate}, and knows nothing but what stands in
 * the folders. It dies where its {@link Death} says so.
 */
final class StandIn {

    /** Asked between any two steps; throws where the supervisor dies. */
    interface Death {
        void maybe() throws Killed;
    }

    static final class Killed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final Machine machine;
    private final Death death;
    private final List<String> program;
    private final Watcher watcher;
    private final Evidence evidence;

    /** Hears of what the supervisor decides, in the moment before it acts on it. */
    interface Watcher {
        void started(AttemptFolder attempt, long shim) throws IOException;

        void closing(AttemptFolder attempt, Fate fate) throws IOException;
    }

    StandIn(Machine machine, Death death, Watcher watcher, List<String> program) {
        this.machine = machine;
        this.death = death;
        this.watcher = watcher;
        this.program = program;
        this.evidence = new Evidence(machine.disk, machine.processes, Machine.SELF);
    }

    /** Runs the task until an attempt has ended with a status, or five were made. */
    Fate live() throws IOException, Killed {
        int number = newest();
        while (true) {
            if (number > 0) {
                Fate fate = bringToAnEnd(machine.task().attempt(number));
                if (fate == Fate.ENDED || number == 5) {
                    return fate;
                }
            }
            number++;
            start(number);
        }
    }

    private int newest() throws IOException {
        if (!Files.isDirectory(machine.task().attempts())) {
            return 0;
        }
        try (Stream<Path> names = Files.list(machine.task().attempts())) {
            return names.map(name -> new AttemptFolder(name).number())
                    .max(Comparator.naturalOrder())
                    .orElse(0);
        }
    }

    private void start(int number) throws IOException, Killed {
        AttemptFolder attempt = machine.task().attempt(number);
        machine.durable.ensureFolder(machine.task().path());
        machine.durable.ensureFolder(machine.task().attempts());
        death.maybe();
        machine.disk.makeFolder(attempt.path());
        death.maybe();
        Home home = machine.processes.home();
        CommandFiles.write(machine.durable, attempt, program, home, Instant.EPOCH);
        death.maybe();
        machine.durable.replace(attempt.prompt(), new byte[0]);
        death.maybe();
        long shim = machine.start(attempt, program.toArray(String[]::new));
        watcher.started(attempt, shim);
        death.maybe();
    }

    private Fate bringToAnEnd(AttemptFolder attempt) throws IOException, Killed {
        while (true) {
            death.maybe();
            Fate fate = Fate.of(evidence.gather(attempt, machine.mark(attempt.number()), false, false, false));
            switch (fate) {
                case CLOSE -> ExitFile.closeNever(machine.durable, attempt);
                case STOP -> stop(attempt);
                case READOPT -> LockSupport.parkNanos(200_000);
                default -> {
                    watcher.closing(attempt, fate);
                    return fate;
                }
            }
        }
    }

    private void stop(AttemptFolder attempt) throws IOException, Killed {
        TreeStop stop = new TreeStop(
                machine.processes,
                Machine.SELF,
                evidence.target(attempt, machine.mark(attempt.number()), false),
                Duration.ofMillis(5),
                Duration.ofHours(1));
        while (stop.step(Instant.now()) instanceof TreeStop.Again) {
            death.maybe();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
