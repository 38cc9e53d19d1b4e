package dev.reeve.supervisor;

import dev.reeve.launch.Environment;
import dev.reeve.launch.Errand;
import dev.reeve.schedule.Schedule.Deed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands of schedules, each at work beside the loop and for a bounded time. */
final class SlotCommands {

    private static final int LINES = 5;
    private static final int LONGEST = 500;

    private record Job(Beside beside, Beside.Job<Errand.Outcome, RuntimeException> outcome) {}

    private final Kit kit;
    private final Map<String, String> own;
    private final Path reeve;
    private final Runnable wake;
    private final Map<String, Job> jobs = new HashMap<>();

    /** @param own the supervisor's own variables @param wake called from another thread */
    SlotCommands(Kit kit, Map<String, String> own, Path reeve, Runnable wake) {
        this.kit = kit;
        this.own = own;
        this.reeve = reeve;
        this.wake = wake;
    }

    boolean atWork(String schedule) {
        return jobs.containsKey(schedule);
    }

    boolean anyAtWork() {
        return !jobs.isEmpty();
    }

    void begin(String schedule, Deed.Command command) {
        Errand errand = new Errand(
                List.of("/bin/sh", "-c", command.line()),
                kit.workspace().root(),
                Environment.ofCommand(own, kit.team().get().settings().passEnv(), reeve, kit.workspace()),
                command.timeout());
        // one that takes its time keeps no other waiting
        Beside beside = new Beside(wake);
        jobs.put(schedule, new Job(beside, beside.begin(() -> kit.processes().run(errand))));
    }

    /** Nobody wants to know any more. */
    void forget(String schedule) {
        Job job = jobs.remove(schedule);
        if (job != null) {
            job.outcome.future().cancel(true);
        }
    }

    /** What came of it, once it has ended. @param trouble null if it went well */
    record Ended(String trouble) {}

    /** @return null while it is at work */
    Ended ended(String schedule) {
        Job job = jobs.get(schedule);
        if (job == null || !job.outcome.isDone()) {
            return null;
        }
        jobs.remove(schedule);
        try {
            Errand.Outcome outcome = job.outcome.result();
            return new Ended(outcome.exit() == 0 ? null : "exit " + outcome.exit() + said(outcome));
        } catch (IOException e) {
            return new Ended(Causes.words(e));
        }
    }

    private static String said(Errand.Outcome outcome) {
        List<String> lines = (outcome.err().isBlank() ? outcome.out() : outcome.err())
                .strip()
                .lines()
                .toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        String cut = last.length() > LONGEST ? "…" + last.substring(last.length() - LONGEST) : last;
        return cut.isEmpty() ? "" : ": " + cut;
    }
}
