package dev.reeve.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The program that makes a session of its own for the one that it becomes. */
final class Session {

    private static final List<String> SETSID = List.of("/usr/bin/setsid", "/bin/setsid");
    private static final String PERL = "/usr/bin/perl";
    private static final String PERL_SETSID =
            "use POSIX (); POSIX::setsid() >= 0 or die \"setsid: $!\\n\"; exec { $ARGV[0] } @ARGV or die \"$!\\n\"";

    private Session() {}

    /** The words that stand before the program's own, by absolute path. */
    static List<String> starter(Predicate<Path> executable) throws IOException {
        for (String setsid : SETSID) {
            if (executable.test(Path.of(setsid))) {
                return List.of(setsid);
            }
        }
        // macOS has no setsid, and has perl
        if (executable.test(Path.of(PERL))) {
            return List.of(PERL, "-e", PERL_SETSID);
        }
        throw new IOException("no program can be started in a session of its own: there is no " + SETSID.get(0)
                + " and no " + PERL + "; install util-linux (it has setsid) or perl");
    }
}
