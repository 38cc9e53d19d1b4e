package dev.reeve.confine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a sandbox on Linux: {@code bwrap}, which makes namespaces and becomes the parent of the program in
 * them.
 *
 * <p>It is not told to die with its own parent. A signal that asks the processes of an attempt to end reaches it as well,
 * and the program would then be killed in place of being asked. What it leaves behind is found by its session, its parents
 * and its mark, as everything else; and with the first process of the pid namespace all others are gone.
 */
final class Bubblewrap {

    private Bubblewrap() {}

    /** @param directory where the program works; null for anywhere */
    static List<String> argv(Path bwrap, View view, Path directory, List<String> program) {
        List<String> argv = new ArrayList<>(List.of(
                bwrap.toString(),
                "--unshare-pid",
                "--unshare-ipc",
                "--cap-drop",
                "ALL",
                "--proc",
                "/proc",
                "--dev",
                "/dev"));
        if (!view.network()) {
            argv.add("--unshare-net");
        }
        for (Path path : View.SYSTEM) {
            add(argv, "--ro-bind-try", path, path);
        }
        for (String folder : List.of("/tmp", "/var/tmp")) {
            argv.addAll(List.of("--tmpfs", folder));
        }
        for (Mount mount : view.mounts()) {
            switch (mount.kind()) {
                case READ -> add(argv, "--ro-bind", mount.from(), mount.at());
                case WRITE -> add(argv, "--bind", mount.from(), mount.at());
                case HIDE -> argv.addAll(List.of("--tmpfs", mount.at().toString()));
                case NAME -> argv.addAll(List.of("--dir", mount.at().toString()));
            }
        }
        // the folders that lead to all of these are made of nothing, and stay so
        argv.addAll(List.of("--remount-ro", "/"));
        if (directory != null) {
            argv.addAll(List.of("--chdir", directory.toString()));
        }
        argv.add("--");
        argv.addAll(program);
        return List.copyOf(argv);
    }

    private static void add(List<String> argv, String option, Path from, Path at) {
        argv.addAll(List.of(option, from.toString(), at.toString()));
    }
}
