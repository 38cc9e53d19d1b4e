package dev.reeve.launch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Starts a process and forgets it: its end is told by the files that it leaves, a call is a hint. */
final class Spawner {

    private final Charset charset;

    Spawner(Charset charset) {
        this.charset = charset;
    }

    long spawn(Spawn spawn, Runnable ended) throws IOException {
        check(spawn);
        ProcessBuilder builder =
                new ProcessBuilder(spawn.argv()).directory(spawn.directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(spawn.environment());
        Process process = start(builder, spawn);
        process.onExit().thenRun(ended);
        return process.pid();
    }

    private static Process start(ProcessBuilder builder, Spawn spawn) throws IOException {
        try {
            return builder.redirectInput(spawn.stdin().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(ownersOnly(spawn.stdout())))
                    .redirectError(ProcessBuilder.Redirect.appendTo(ownersOnly(spawn.stderr())))
                    .start();
        } catch (IOException e) {
            throw MachineFull.orOther(e);
        } catch (OutOfMemoryError e) {
            // of threads, while there is memory: each child needs one that waits for its end
            throw MachineFull.because(e.getMessage(), e);
        }
    }

    private void check(Spawn spawn) throws IOException {
        // the system's own message would name the program, which is there
        if (!Files.isDirectory(spawn.directory())) {
            throw new IOException("the working directory " + spawn.directory()
                    + " is not there or is not a folder; make it, or set cwd to one that is");
        }
        NativeText.check(spawn.argv(), charset, "the command line " + spawn.argv());
        for (Map.Entry<String, String> variable : spawn.environment().entrySet()) {
            NativeText.check(List.of(variable.getValue()), charset, "the variable " + variable.getKey());
        }
        for (Path path : List.of(spawn.directory(), spawn.stdin(), spawn.stdout(), spawn.stderr())) {
            NativeText.check(List.of(path.toString()), charset, "the path " + path);
        }
    }

    /** What a process prints may be private. */
    private static java.io.File ownersOnly(Path log) throws IOException {
        try {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // made by somebody who went before: it is added to
        }
        return log.toFile();
    }
}
