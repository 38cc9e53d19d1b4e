package dev.reeve.faults;

import dev.reeve.files.RealDisk;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Until;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that becomes the supervisor of a workspace again and again, each time at the same moment as its rival in
 * another process. Whoever wins makes a file that must not be there, and removes it before it gives way.
 */
final class Contender {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Workspace workspace;
    private final Path meetings;
    private final String name;
    private final String rival;

    private Contender(String workspace, String meetings, String name, String rival) {
        this.workspace = new Workspace(Path.of(workspace));
        this.meetings = Path.of(meetings);
        this.name = name;
        this.rival = rival;
    }

    /** WORKSPACE MEETINGS NAME RIVAL ROUNDS: what came of each round is told on standard output. */
    public static void main(String[] words) throws Exception {
        Contender contender = new Contender(words[0], words[1], words[2], words[3]);
        for (int round = 1; round <= Integer.parseInt(words[4]); round++) {
            contender.meet(round);
            System.out.println(contender.contend());
        }
    }

    private void meet(int round) throws IOException {
        Files.createFile(meetings.resolve(name + "-" + round));
        long end = System.nanoTime() + PATIENCE_NANOS;
        // no pause: what is wanted is the very same moment
        while (!Files.exists(meetings.resolve(rival + "-" + round))) {
            if (System.nanoTime() - end > 0) {
                throw new IOException(rival + " does not come to round " + round);
            }
            Thread.onSpinWait();
        }
    }

    private String contend() throws IOException, InterruptedException {
        try (Supervisor supervisor = Supervisor.open(workspace, RealWorld.on(new RealDisk()), new Hints())) {
            Path atWork = Files.createFile(meetings.resolve("at-work"));
            supervisor.run(Until.IDLE);
            Files.delete(atWork);
            return "won";
        } catch (AlreadyRunning e) {
            return "refused";
        } catch (FileAlreadyExistsException e) {
            return "TWO AT WORK";
        }
    }
}
