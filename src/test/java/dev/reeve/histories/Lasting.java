package dev.reeve.histories;

import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What a person can see outlasts a power cut, once the loop has come to a rest: but for what tells of the moment only, what
 * agents at work write, and copies of what is told elsewhere.
 */
final class Lasting implements Invariant {

    /** What people and agents do is forced when Reeve answers it. */
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(50);

    private static final Set<String> OF_THE_MOMENT =
            Set.of("STATUS.md", "status.json", "last", "log.jsonl", "history.jsonl", "supervisor.lock", "pid");

    @Override
    public void afterTurn(Play play) throws IOException {
        if (play.supervised().minus(play.lastDisturbed()).compareTo(TIME_TO_ANSWER) > 0) {
            check(play);
        }
    }

    static void check(Play play) {
        for (Path path : play.disk().unforced()) {
            Violation.unless(mayBeLost(play, path), path + " would not outlast a power cut");
        }
    }

    private static boolean mayBeLost(Play play, Path path) {
        Path inside = play.workspace().root().relativize(path);
        String name = inside.getFileName().toString();
        boolean atWork = inside.startsWith(State.RUNNING.folder());
        boolean agents = inside.startsWith("agents") || inside.startsWith("shared");
        boolean missingPlaces = inside.startsWith(State.QUEUE.folder()) && name.equals("why.md");
        // staging folders and temporary names are nobody's but Reeve's
        boolean hidden = name.startsWith(".");
        return atWork || agents || hidden || missingPlaces || OF_THE_MOMENT.contains(name);
    }
}
