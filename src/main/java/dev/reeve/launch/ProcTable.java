package dev.reeve.launch;

import java.io.File;
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

    /** Microseconds are enough for an exec; on a busy machine it may be kept waiting in its midst. */
    private static final long EXEC_PATIENCE_NANOS = 2_000_000_000;

    private static final int TORN_TRIES = 100;
    private static final long PAUSE_NANOS = 50_000;

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

    /** It vanished before the file was opened, or between opening and reading; or the file is not for this user. */
    private static boolean isGone(IOException e) {
        return e instanceof FileNotFoundException
                        && !String.valueOf(e.getMessage()).contains("Too many open files")
                || "No such process".equals(e.getMessage());
    }

    /**
     * That there is no mark is believed of a whole environment alone: in the midst of its exec a process shows none, and
     * of one that is read in several pieces the later ones are gone with the program that had it.
     */
    @Override
    public Mark markOf(Seen seen) throws IOException {
        String process = proc + "/" + seen.pid();
        String thread = process;
        long patience = System.nanoTime() + EXEC_PATIENCE_NANOS;
        int torn = 0;
        while (torn < TORN_TRIES) {
            byte[] environment = environment(thread);
            Mark mark = Marks.parse(environment, NativeText.charset());
            if (mark != null) {
                return mark;
            }
            long length = environmentLength(thread);
            // a thread with none may be one that has just ended
            boolean tells = thread.equals(process) || length > 0;
            if (tells && environment.length == length) {
                return null;
            }
            boolean inExec = length == ProcStat.IN_EXEC;
            if (!inExec || System.nanoTime() - patience > 0) {
                torn++;
            }
            thread = inExec ? youngestThread(process) : process;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    @Override
    public long ownPid(Seen process) throws IOException {
        return ProcLoad.ownPid(text(process, "status"), process.pid());
    }

    @Override
    public Load loadOf(Seen process) throws IOException {
        return ProcLoad.of(text(process, "statm"), text(process, "stat"));
    }

    /** Empty if it is gone. */
    private String text(Seen process, String file) throws IOException {
        try (FileInputStream in = new FileInputStream(proc + "/" + process.pid() + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            if (isGone(e)) {
                return "";
            }
            throw e;
        }
    }

    /** The first may have ended before the others. All have one environment. */
    private static String youngestThread(String process) {
        String[] threads = new File(process, "task").list();
        return threads == null || threads.length == 0 ? process : process + "/task/" + threads[threads.length - 1];
    }

    /** Empty if it is gone, or another user's: none of ours. */
    private static byte[] environment(String thread) throws IOException {
        try (FileInputStream in = new FileInputStream(thread + "/environ")) {
            return in.readAllBytes();
        } catch (IOException e) {
            if (isGone(e)) {
                return new byte[0];
            }
            throw e;
        }
    }

    private static long environmentLength(String thread) throws IOException {
        try (FileInputStream in = new FileInputStream(thread + "/stat")) {
            return ProcStat.environmentLength(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            if (isGone(e)) {
                return 0;
            }
            throw e;
        }
    }
}
