package dev.reeve.histories;

import dev.reeve.files.Stat;
import dev.reeve.sim.People;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people do to tasks with {@code mv}, {@code rm} and an editor, whatever the supervisor is doing at the moment. */
final class PeoplesDeeds {

    private static final String DATE = "2026-11-20";

    private PeoplesDeeds() {}

    /** Moves a task from wherever it is, be that sensible or not. */
    record Mv(String slug, State to, boolean synced) implements AtTask {
        @Override
        public void happen(Play play) throws IOException {
            for (People.Found found : play.people().find(slug)) {
                Where target = to == State.DONE ? Where.doneOn(DATE) : Where.in(to);
                if (found.where().equals(target)) {
                    continue;
                }
                Path folder = target.folder(play.workspace());
                if (play.disk().stat(folder) == null) {
                    play.disk().makeFolder(folder);
                }
                play.disk()
                        .rename(
                                found.where().task(play.workspace(), found.id()).path(),
                                target.task(play.workspace(), found.id()).path());
                if (synced) {
                    play.people().sync();
                }
            }
        }

        @Override
        public String toString() {
            return "a person: mv " + slug + " " + to.folder() + "/" + (synced ? "" : ", not synced");
        }
    }

    /** {@code rm -r}: one name after the other, while everything else goes on. */
    record Rm(String slug, long order) implements AtTask {

        private static final Duration EACH = Duration.ofMillis(1);

        @Override
        public void happen(Play play) throws IOException {
            for (People.Found found : play.people().find(slug)) {
                play.promises().removed(found.id());
                play.limits().removed(found.id());
                next(play, found.id(), new Random(order));
            }
        }

        /** It holds on to the folder: if that is moved meanwhile, it goes on there. */
        private void next(Play play, String id, Random random) throws IOException {
            play.letterbox().taskRemoved();
            for (People.Found found : play.people().find(slug)) {
                if (!found.id().equals(id)) {
                    continue;
                }
                TaskFolder folder = found.where().task(play.workspace(), id);
                List<Path> leaves = new ArrayList<>();
                leaves(play, folder.path(), leaves);
                play.disk().remove(leaves.get(random.nextInt(leaves.size())));
                play.later(EACH, () -> next(play, id, random));
            }
        }

        private static void leaves(Play play, Path path, List<Path> leaves) throws IOException {
            Stat stat = play.disk().stat(path);
            List<String> names = stat.isFolder() ? play.disk().list(path) : List.of();
            if (names.isEmpty()) {
                leaves.add(path);
            }
            for (String name : names) {
                leaves(play, path.resolve(name), leaves);
            }
        }

        @Override
        public String toString() {
            return "a person: rm -r " + slug;
        }
    }

    /** Another hand in a task's words, by an editor that replaces the file. */
    record Edit(String slug) implements AtTask {
        @Override
        public void happen(Play play) throws IOException {
            for (People.Found found : play.people().find(slug)) {
                TaskFolder folder = found.where().task(play.workspace(), found.id());
                Path task = folder.task("md");
                if (play.disk().stat(task) != null) {
                    Path written = folder.path().resolve(".task.md.swp");
                    byte[] text = play.disk().read(task, 0, 1 << 20);
                    play.disk().create(written, text);
                    play.disk().append(written, "And one thing more.\n".getBytes(StandardCharsets.UTF_8));
                    play.disk().rename(written, task);
                    play.people().sync();
                }
            }
        }

        @Override
        public String toString() {
            return "a person: edits " + slug + "'s task.md";
        }
    }

    /** A file of the configuration, or STOP, gets another content. @param content null: it is removed */
    record Write(String file, String content, String words) implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            play.limits().readSettings(play.machine());
            if (content != null) {
                play.people().write(file, content);
            } else if (play.disk().stat(play.workspace().root().resolve(file)) != null) {
                play.disk().remove(play.workspace().root().resolve(file));
            }
            play.people().sync();
            play.limits().readSettings(play.machine());
        }

        boolean isStopNow() {
            return file.equals("STOP") && "now\n".equals(content);
        }

        @Override
        public String toString() {
            return "a person: " + words;
        }
    }
}
