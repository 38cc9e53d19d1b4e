package dev.reeve.workspace;

import dev.reeve.files.Disk;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one inbox, in the folder of whoever it belongs to.
 *
 * @param made the folders that the first message makes, the outermost first; none where its owner has made them
 */
public record InboxFiles(Path folder, List<Path> made) {

    private static final Pattern ROTATED = Pattern.compile("inbox-(\\d{6,18})-(\\d{8}T\\d{6}Z)\\.jsonl");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * A part of the inbox that is not written to any more, but by those who had it open when it was moved.
     *
     * @param rotatedAt when it was moved
     */
    public record Rotated(long number, Instant rotatedAt, Path file) {}

    public InboxFiles(Path folder) {
        this(folder, List.of());
    }

    /** Makes the folders that are not there yet. */
    public void make(Disk disk) throws IOException {
        for (Path one : made) {
            try {
                disk.makeFolder(one);
            } catch (FileAlreadyExistsException e) {
                // it was there, or somebody was quicker
            }
        }
    }

    /** What was made in it lasts, and so do the folders that it is in. */
    public void force(Disk disk) throws IOException {
        disk.forceFolder(folder);
        for (int i = made.size() - 1; i >= 0; i--) {
            disk.forceFolder(made.get(i).getParent());
        }
    }

    /** DOOR: whoever adds a line to it has sent a message. */
    public Path live() {
        return folder.resolve("inbox.jsonl");
    }

    /** How far it is read. */
    public Path cursor() {
        return folder.resolve("inbox.cursor");
    }

    public Path rotated(long number, Instant at) {
        return folder.resolve(String.format("inbox-%06d-%s.jsonl", number, STAMP.format(at)));
    }

    /** The rotated part that has this name; null if it is another file's. */
    public Rotated rotated(String name) {
        Matcher form = ROTATED.matcher(name);
        try {
            return form.matches()
                    ? new Rotated(
                            Long.parseLong(form.group(1)),
                            STAMP.parse(form.group(2), Instant::from),
                            folder.resolve(name))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The rotated parts that there are, oldest first. Of two with one number, which only a copy can have, the first. */
    public List<Rotated> rotated(Disk disk) throws IOException {
        List<Rotated> all = new ArrayList<>();
        List<String> names = disk.list(folder);
        names.sort(Comparator.naturalOrder());
        for (String name : names) {
            Rotated part = rotated(name);
            if (part != null && all.stream().noneMatch(other -> other.number == part.number)) {
                all.add(part);
            }
        }
        all.sort(Comparator.comparingLong(Rotated::number));
        return all;
    }
}
