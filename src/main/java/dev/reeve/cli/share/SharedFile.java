package dev.reeve.cli.share;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a name on the command line means, by the one path under which everybody locks it. */
final class SharedFile {

    private static final Path SHARED = Path.of("shared");

    private SharedFile() {}

    /** It need not be there, but its folder must. */
    static Path find(Invocation call, Path named) throws IOException {
        Path file = meant(call, named);
        if (Files.exists(file)) {
            // through links: two names of one file have one lock
            return file.toRealPath();
        }
        if (Files.isSymbolicLink(file)) {
            throw new UserError(
                    Exit.USAGE, file + ": a link that leads nowhere. Remove it, or make the file that it names.");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError(
                    Exit.USAGE,
                    file + ": its folder is not there, and a lock is made beside the file. Make it first: mkdir -p "
                            + folder);
        }
        return folder.toRealPath().resolve(file.getFileName());
    }

    /** An agent works elsewhere than in the workspace, and is told of `shared/` all the same. */
    private static Path meant(Invocation call, Path named) {
        String shared = call.environment().getOrDefault("REEVE_SHARED", "");
        boolean isInShared = named.startsWith(SHARED) && named.getNameCount() > 1;
        if (isInShared && !shared.isEmpty() && !Files.isDirectory(call.path(SHARED))) {
            return call.path(Path.of(shared).resolve(SHARED.relativize(named)));
        }
        return call.path(named);
    }
}
