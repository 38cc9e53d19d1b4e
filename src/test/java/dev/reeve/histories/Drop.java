package dev.reeve.histories;

import dev.reeve.sim.SimDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Somebody drops a task. @param door a folder of the workspace @param synced what of it lasts when the drop is done */
record Drop(Work work, String door, How how, Synced synced) implements Deed {

    /** In what way it comes. */
    enum How {
        /** Written under another name, and renamed. */
        RENAMED,
        /** Written in one go under its own name. */
        WRITTEN,
        /** Copied in two halves, with less between them than {@code settle}. */
        COPIED,
        /** Copied so slowly that it must be taken for whole in between. */
        TORN,
        /** A folder with attachments, made elsewhere and renamed. */
        FOLDER,
        /** The same with nothing but its words in it. */
        BARE_FOLDER,
        /** A folder that is filled where it stands. */
        GROWING_FOLDER
    }

    /** What its author forced. */
    enum Synced {
        ALL,
        /** The words of the task, but neither its name nor its attachments. */
        WORDS,
        NOTHING
    }

    /** What comes with the words of a folder. */
    static final String ATTACHED = "data.csv";

    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofMillis(900);

    boolean isFolder() {
        return how == How.FOLDER || how == How.BARE_FOLDER || how == How.GROWING_FOLDER;
    }

    /** It is made elsewhere, and appears whole. */
    boolean comesAtOnce() {
        return how == How.RENAMED || how == How.FOLDER || how == How.BARE_FOLDER;
    }

    /** A power cut leaves it as it is, from the moment in which it was dropped. */
    boolean lasts() {
        return synced == Synced.ALL && how != How.GROWING_FOLDER;
    }

    /** Guessing cannot go wrong with it: it is there whole, or not at all. */
    boolean isWhole() {
        return how != How.TORN;
    }

    @Override
    public void happen(Play play) throws IOException {
        SimDisk disk = play.disk();
        Path folder = play.workspace().root().resolve(door);
        byte[] text = work.text().getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(text, text.length / 2);
        byte[] rest = Arrays.copyOfRange(text, text.length / 2, text.length);
        Path file = folder.resolve(isFolder() ? work.slug() : work.slug() + ".md");
        switch (how) {
            case RENAMED -> {
                Path temporary = folder.resolve("." + work.slug() + ".tmp");
                disk.create(temporary, text);
                forceWords(disk, temporary);
                disk.rename(temporary, file);
            }
            case WRITTEN -> disk.create(file, text);
            case COPIED, TORN -> {
                disk.create(file, half);
                play.noteDropped(this, file);
                SimDisk.OpenFile open = disk.open(file);
                play.later(how == How.COPIED ? SHORT : LONG, () -> open.append(rest));
            }
            case FOLDER, BARE_FOLDER -> {
                Path elsewhere = folder.resolve("." + work.slug());
                disk.makeFolder(elsewhere);
                if (how == How.FOLDER) {
                    disk.create(elsewhere.resolve(ATTACHED), half);
                }
                disk.create(elsewhere.resolve("task.md"), text);
                forceWords(disk, elsewhere.resolve("task.md"));
                disk.rename(elsewhere, file);
            }
            case GROWING_FOLDER -> {
                disk.makeFolder(file);
                disk.create(file.resolve(ATTACHED), half);
                play.later(SHORT, () -> {
                    if (disk.stat(file) != null) {
                        disk.create(file.resolve("task.md"), text);
                        play.noteDropped(this, file.resolve("task.md"));
                    }
                });
            }
        }
        if (how != How.GROWING_FOLDER) {
            play.noteDropped(this, isFolder() ? file.resolve("task.md") : file);
        }
        if (synced == Synced.ALL) {
            play.people().sync();
        }
    }

    private void forceWords(SimDisk disk, Path file) throws IOException {
        if (synced == Synced.WORDS) {
            disk.forceFile(file);
        }
    }

    @Override
    public String toString() {
        return "drop " + work.slug() + " into " + door + ", " + how
                + (synced == Synced.ALL ? "" : ", synced: " + synced) + ": retries " + work.retries() + " "
                + work.keys() + " " + work.behaviours();
    }
}
