package dev.reeve.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * macOS: what {@code ps} prints, a run of it for each look.
 *
 * <pre>
 *   PID  PPID  PGID STAT STARTED                      COMMAND
 *   501     1   501 Ss   Fri Nov 20 09:12:01 2026     /bin/sh /ws/state/shim-….sh /ws/running/…
 * </pre>
 *
 * <p>A start time stands in an {@link Identity} with its words joined by underscores. The session that ps names is an
 * address, so a process's group stands for it. The environment of another process can't be read, so there are no marks.
 * This class is tested against recorded text; it has not been run on macOS.
 */
final class PsTable implements ProcessTable {

    private static final String PS = "/bin/ps";
    private static final String COLUMNS = "pid=,ppid=,pgid=,stat=,lstart=,command=";
    private static final Pattern LINE = Pattern.compile(
            "\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)\\s+(\\S+\\s+\\S+\\s+\\d+\\s+[\\d:]+\\s+\\d{4})\\s*(.*)");
    private static final Pattern SECONDS = Pattern.compile("sec\\s*=\\s*(\\d+)");

    @Override
    public Home home() throws IOException {
        return parseBoot(Command.output(List.of("/usr/sbin/sysctl", "-n", "kern.boottime")));
    }

    @Override
    public Seen look(long pid) throws IOException {
        List<Seen> found = parse(Command.output(List.of(PS, "-ww", "-o", COLUMNS, "-p", Long.toString(pid))));
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public List<Seen> all() throws IOException {
        return parse(Command.output(List.of(PS, "-axww", "-o", COLUMNS)));
    }

    @Override
    public Mark markOf(Seen process) {
        return null;
    }

    /** There are no pid namespaces. */
    @Override
    public long ownPid(Seen process) {
        return process.pid();
    }

    @Override
    public Load loadOf(Seen process) {
        return null;
    }

    static Home parseBoot(String text) throws IOException {
        Matcher seconds = SECONDS.matcher(text);
        if (!seconds.find()) {
            throw new IOException("sysctl kern.boottime says \"" + text.strip() + "\", not \"{ sec = …\"");
        }
        return new Home("boottime-" + seconds.group(1), "-");
    }

    static List<Seen> parse(String text) {
        List<Seen> all = new ArrayList<>();
        for (String row : text.split("\n")) {
            Matcher line = LINE.matcher(row);
            if (line.matches() && !line.group(4).startsWith("Z")) {
                long group = Long.parseLong(line.group(3));
                all.add(new Seen(
                        new Identity(
                                Long.parseLong(line.group(1)), line.group(5).replaceAll("\\s+", "_")),
                        Long.parseLong(line.group(2)),
                        group,
                        group,
                        line.group(6)));
            }
        }
        return all;
    }
}
