package dev.reeve.launch;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Linux: everything stands in {@code /proc}. One look at a process reads one file. */
final class ProcTable implements ProcessTable {

    /** More than any stat line has. */
    private static final int STAT = 2048;

    private static final int EXEC_TRIES = 1000;
    private static final long EXEC_PAUSE_NANOS = 50_000;

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

    /**
     * Listed again until nobody new is there: one that forked after it was listed and ended before it was read would
     * hide its child otherwise.
     */
    @Override
    public List<Seen> all() throws IOException {
        byte[] buffer = new byte[STAT];
        Set<String> listed = new HashSet<>();
        List<Seen> all = new ArrayList<>();
        boolean somebodyNew = true;
        while (somebodyNew) {
            somebodyNew = false;
            for (String pid : pids()) {
                if (listed.add(pid)) {
                    somebodyNew = true;
                    Seen seen = look(pid, buffer);
                    if (seen != null) {
                        all.add(seen);
                    }
                }
            }
        }
        return all;
    }

    private List<String> pids() throws IOException {
        String[] names = proc.toFile().list();
        if (names == null) {
            throw new IOException(proc + " can't be listed, so no process can be found; mount it and start again");
        }
        List<String> pids = new ArrayList<>();
        for (String name : names) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(name);
            }
        }
        return pids;
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

    /** For some microseconds of its exec a process shows no environment: that is waited out. */
    @Override
    public Mark markOf(Seen process) throws IOException {
        for (int tries = 0; tries < EXEC_TRIES; tries++) {
            byte[] environment;
            try (FileInputStream in = new FileInputStream(proc + "/" + process.pid() + "/environ")) {
                environment = in.readAllBytes();
            } catch (IOException e) {
                // another user's, or gone: none of ours
                return null;
            }
            if (environment.length > 0 || !hasEnvironment(process)) {
                return Marks.parse(environment, NativeText.charset());
            }
            LockSupport.parkNanos(EXEC_PAUSE_NANOS);
        }
        return null;
    }

    private boolean hasEnvironment(Seen process) throws IOException {
        try (FileInputStream in = new FileInputStream(proc + "/" + process.pid() + "/stat")) {
            return ProcStat.hasEnvironment(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            if (isGone(e)) {
                return false;
            }
            throw e;
        }
    }
}
