package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Durable;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a task into a door: as a folder under a dot-name, which nobody takes, then under its id, which is taken at once.
 * All of it is forced before the rename, so that a power cut leaves a whole task or none.
 */
final class Drop {

    private final Durable durable;
    private final Path door;

    Drop(Durable durable, Path door) {
        this.durable = durable;
        this.door = door;
    }

    void task(String id, TaskSource source, ObjectNode keys, List<Path> attachments) throws IOException {
        checkAttachments(attachments);
        TaskFolder making = TaskFolder.beingDropped(door, id);
        durable.disk().makeFolder(making.path());
        try {
            if (source instanceof TaskSource.OfFile given) {
                durable.copyFile(given.file().toRealPath(), making.task(given.extension()));
            } else if (source instanceof TaskSource.OfText given) {
                durable.disk().create(making.task(given.extension(keys)), given.content(keys));
            }
            for (Path attachment : attachments) {
                durable.copyTree(
                        attachment.toRealPath(),
                        making.attached(attachment.getFileName().toString()));
            }
            durable.forceTree(making.path());
            durable.move(making.path(), TaskFolder.dropped(door, id).path());
        } catch (IOException e) {
            durable.removeTree(making.path());
            throw e;
        }
    }

    void checkAttachments(List<Path> attachments) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path attachment : attachments) {
            String name = attachment.getNameCount() == 0
                    ? ""
                    : attachment.getFileName().toString();
            if (!Files.isRegularFile(attachment) && !Files.isDirectory(attachment, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserError(
                        Files.exists(attachment) ? Exit.USAGE : Exit.NO_SUCH_THING,
                        "--attach " + attachment + ": "
                                + (Files.exists(attachment)
                                        ? "only files and folders can go along."
                                        : "no such file."));
            }
            if (door.toRealPath().startsWith(attachment.toRealPath())) {
                throw new UserError(Exit.USAGE, "--attach " + attachment + ": the task itself would be inside it.");
            }
            if (name.startsWith("task.")) {
                throw new UserError(
                        Exit.USAGE, "--attach " + attachment + ": this name is the task's own. Give it another name.");
            }
            if (!names.add(name)) {
                throw new UserError(
                        Exit.USAGE,
                        "--attach " + attachment + ": another attachment has the name " + name + " already.");
            }
        }
    }
}
