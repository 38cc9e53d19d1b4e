package dev.reeve.confine;

import java.nio.file.Path;
import java.util.List;

/**
 * The profile of a sandbox on macOS, as {@code sandbox-exec} reads it: the last rule that fits a path counts. It has no
 * namespaces, so that a folder is denied where Linux does not show it, and the home is elsewhere in place of looking so.
 *
 * <p>This class is tested as text; it has not been run on macOS.
 */
final class Seatbelt {

    private static final List<String> SYSTEM =
            List.of("/System", "/Library", "/private/etc", "/dev", "/usr", "/bin", "/sbin", "/opt");
    private static final List<String> TEMPORARY = List.of("/private/tmp", "/private/var/folders", "/dev");

    private Seatbelt() {}

    static List<String> argv(Path sandboxExec, View view, List<String> program) {
        List<String> argv = new java.util.ArrayList<>(List.of(sandboxExec.toString(), "-p", profile(view)));
        argv.addAll(program);
        return List.copyOf(argv);
    }

    static String profile(View view) {
        StringBuilder profile = new StringBuilder("""
                (version 1)
                (deny default)
                (allow process* signal sysctl-read mach-lookup ipc-posix* iokit-open pseudo-tty user-preference-read)
                (allow file-read-metadata)
                """);
        if (view.network()) {
            profile.append("(allow network* system-socket)\n");
        }
        SYSTEM.forEach(path -> rule(profile, "allow", "file-read*", path));
        TEMPORARY.forEach(path -> rule(profile, "allow", "file-read* file-write*", path));
        for (Mount mount : view.mounts()) {
            String at = mount.at().toString();
            if (mount.kind() == Mount.Kind.HIDE) {
                rule(profile, "deny", "file-read* file-write*", at);
            } else if (mount.isAsItIs()) {
                rule(profile, "allow", "file-read*", at);
                rule(profile, mount.kind() == Mount.Kind.WRITE ? "allow" : "deny", "file-write*", at);
            }
        }
        return profile.toString();
    }

    private static void rule(StringBuilder profile, String word, String what, String path) {
        String quoted = path.replace("\\", "\\\\").replace("\"", "\\\"");
        profile.append("(%s %s (subpath \"%s\"))\n".formatted(word, what, quoted));
    }
}
