package dev.reeve.launch;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Linux: everything stands in {@code /proc}. One look at a process reads one file. */
final class ProcTable implements ProcessTable {

    /** More than any stat line has. */
    private static final int STAT = 2048;

    private final Path proc;

    ProcTable(Path proc) {
        this.proc = proc;
    }

    @Override
    public Home home() throws IOException {
        String boot =
                Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
        return new Home(
                boot, Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString());
    }

    @Override
    public Seen look(long pid) throws IOException {
        return look(Long.toString(pid), new byte[STAT]);
    }

    @Override
    public List<Seen> all() throws IOException {
        String[] names = proc.toFile().list();
        if (names == null) {
            throw new IOException(proc + " can't be listed, so no process can be found; mount it and start again");
        }
        byte[] buffer = new byte[STAT];
        List<Seen> all = new ArrayList<>();
        for (String name : names) {
            Seen seen = Character.isDigit(name.charAt(0)) ? look(name, buffer) : null;
            if (seen != null) {
                all.add(seen);
            }
        }
        return all;
    }

    private Seen look(String pid, byte[] buffer) throws IOException {
        try (FileInputStream in = new FileInputStream(proc + "/" + pid + "/stat")) {
            int length = in.read(buffer);
            return length <= 0 ? null : ProcStat.parse(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            if (isGone(e)) {
                return null;
            }
            throw e;
        }
    }

    /** It vanished before the file was opened, or between opening and reading. */
    private static boolean isGone(IOException e) {
        return e instanceof FileNotFoundException
                        && !String.valueOf(e.getMessage()).contains("Too many open files")
                || "No such process".equals(e.getMessage());
    }

    @Override
    public Mark markOf(Seen process) {
        byte[] environment;
        try (FileInputStream in = new FileInputStream(proc + "/" + process.pid() + "/environ")) {
            environment = in.readAllBytes();
        } catch (IOException e) {
            // another user's, a kernel thread, or gone: none of ours
            return null;
        }
        return Marks.parse(environment, NativeText.charset());
    }
}
