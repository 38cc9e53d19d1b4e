package dev.reeve.histories;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Nothing half done stands around when everything has come to rest. */
final class Tidiness {

    private final Play play;

    Tidiness(Play play) {
        this.play = play;
    }

    void check() throws IOException {
        nothingIsHalfAccepted();
        rejectionsSayWhy();
    }

    private void nothingIsHalfAccepted() throws IOException {
        for (String name : play.disk().list(play.workspace().state(State.QUEUE))) {
            Path path = play.workspace().state(State.QUEUE).resolve(name);
            Violation.unless(TaskId.isOne(name) || !play.disk().stat(path).isFolder(), path + " was never completed");
        }
    }

    /** A temporary name of Reeve's own. What others leave under such names is theirs. */
    void nothingIsLeftBehind(Path folder) throws IOException {
        for (String name : play.disk().list(folder)) {
            Path path = folder.resolve(name);
            // a person may have taken it to where nothing is looked at any more
            boolean others = folder.endsWith("tasks")
                    || folder.startsWith(play.workspace().state(State.DONE));
            Violation.unless(others || !name.endsWith(".tmp"), path + " was left behind");
            if (play.disk().stat(path).isFolder()) {
                nothingIsLeftBehind(path);
            }
        }
    }

    private void rejectionsSayWhy() throws IOException {
        Path rejected = play.workspace().rejected();
        for (String name : play.disk().list(rejected)) {
            Violation.unless(!name.startsWith("."), rejected.resolve(name) + " was never completed");
            String page = text(rejected.resolve(name).resolve("why.md"));
            Violation.unless(page != null && !page.isBlank(), name + " was rejected without a reason");
        }
    }

    private String text(Path file) throws IOException {
        return play.disk().stat(file) == null
                ? null
                : new String(play.disk().read(file, 0, 1 << 20), StandardCharsets.UTF_8);
    }
}
