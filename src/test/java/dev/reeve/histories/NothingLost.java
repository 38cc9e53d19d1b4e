package dev.reeve.histories;

import dev.reeve.files.Stat;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever was dropped is somewhere, once, and where it belongs. */
final class NothingLost {

    private final Play play;
    private final History history;

    NothingLost(Play play) {
        this.play = play;
        this.history = play.history();
    }

    /** Its file, byte for byte the one that was dropped, is in one place: with its task, or with the reason against it. */
    void check() throws IOException {
        Map<Long, List<Path>> names = new HashMap<>();
        collect(play.workspace().root(), names);
        for (Play.Dropped dropped : play.dropped().values()) {
            String slug = dropped.drop().work().slug();
            boolean replaced = history.any(deed ->
                    deed instanceof PeoplesDeeds.Edit edit && edit.slug().equals(slug));
            boolean removed = isRemoved(slug);
            List<Path> places = names.getOrDefault(dropped.inode(), List.of());
            boolean mayBeLost = removed
                    || replaced
                    || play.powerWasCut()
                            && !dropped.drop().lasts()
                            && play.people().find(slug).isEmpty();
            Violation.unless(
                    places.size() == 1 || places.isEmpty() && mayBeLost,
                    slug + " was dropped, and is now at " + places);
            for (Path place : places) {
                Path parent = place.getParent();
                boolean inDoor = parent.endsWith("tasks") || parent.getParent().endsWith("tasks");
                boolean unfinished = place.getFileName().toString().startsWith(".")
                        || parent.getFileName().toString().startsWith(".");
                boolean bad = dropped.drop().work().isBad();
                Violation.unless(
                        bad == place.startsWith(play.workspace().rejected())
                                || !dropped.drop().isWhole()
                                || removed
                                || play.powerWasCut(),
                        place + " was to be " + (bad ? "rejected" : "accepted"));
                boolean inTask = !inDoor && !place.startsWith(play.workspace().rejected());
                Violation.unless(
                        !inTask || TaskId.isOne(parent.getFileName().toString()) || removed,
                        place + " is not where a task has its words");
                Violation.unless(!inDoor || removed || unfinished, place + " was never taken");
            }
            if (dropped.attached() != null && places.size() == 1 && !removed && !replaced) {
                attached(dropped, places.get(0), names.getOrDefault(dropped.attached(), List.of()));
            }
        }
    }

    /** What came in one folder stays together. What its author did not force, a power cut may have taken. */
    private void attached(Play.Dropped dropped, Path words, List<Path> places) {
        Path folder = words.getParent();
        boolean mayBeLost = play.powerWasCut() && !dropped.drop().lasts() && places.isEmpty();
        boolean together = places.size() == 1
                && List.of(folder, folder.resolve("files"))
                        .contains(places.get(0).getParent());
        Violation.unless(mayBeLost || together, words + " came with what is now at " + places);
    }

    private boolean isRemoved(String slug) {
        return history.any(
                deed -> deed instanceof PeoplesDeeds.Rm rm && rm.slug().equals(slug));
    }

    private void collect(Path path, Map<Long, List<Path>> names) throws IOException {
        Stat stat = play.disk().stat(path);
        names.computeIfAbsent(stat.inode(), any -> new ArrayList<>()).add(path);
        if (stat.isFolder()) {
            for (String name : play.disk().list(path)) {
                collect(path.resolve(name), names);
            }
        }
    }
}
