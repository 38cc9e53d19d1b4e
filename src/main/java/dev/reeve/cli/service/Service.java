package dev.reeve.cli.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What keeps a workspace's supervisor running: a file that the system reads, and the commands that tell it to. */
sealed interface Service permits Launchd, Systemd {

    String name();

    Path file();

    /** What the file has to say. */
    String definition() throws IOException;

    /** True if this definition, found at {@link #file}, is one of the same workspace. */
    boolean isOfSameWorkspace(String definition);

    /** To be run once the file is there. */
    List<Step> start();

    /** To be run while the file is still there. */
    List<Step> stop();

    /** To be run when the file is gone. */
    List<Step> forget();

    /** What only a person can do, and where to look. */
    List<String> advice();
}
