package dev.reeve.supervisor;

import java.nio.file.Path;

/**
 * What a working directory that somebody named means: however it is spelt, one directory has one path, so that two attempts
 * never share it under two names.
 *
 * @param root relative names start from the workspace
 * @param home what {@code ~} stands for; null if nobody knows
 */
record Directories(Path root, String home) {

    Path of(String named) {
        boolean atHome = home != null && (named.equals("~") || named.startsWith("~/"));
        return root.resolve(atHome ? home + named.substring(1) : named).normalize();
    }
}
