package dev.reeve.program;

import dev.reeve.files.RealDisk;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded output of the real programs, as an attempt's files. */
final class Streams {

    private final AttemptFolder attempt;

    Streams(Path folder) {
        this.attempt = new AttemptFolder(folder);
    }

    AttemptFolder attempt() {
        return attempt;
    }

    static byte[] recorded(String name) throws IOException {
        try (InputStream in = Streams.class.getResourceAsStream("/streams/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    Streams out(byte[] content) throws IOException {
        Files.write(attempt.stdout(), content);
        return this;
    }

    Streams out(String content) throws IOException {
        return out(content.getBytes(StandardCharsets.UTF_8));
    }

    Streams err(byte[] content) throws IOException {
        Files.write(attempt.stderr(), content);
        return this;
    }

    /** What a program printed in one case, both streams of it. */
    Heard heard(String program, String recorded) throws IOException {
        out(recorded(program + "/" + recorded + ".out"));
        err(recorded(program + "/" + recorded + ".err"));
        return heard(program);
    }

    Heard heard(String program) throws IOException {
        return heard(program, Usage.NONE);
    }

    Heard heard(String program, Usage before) throws IOException {
        return new Listening(new RealDisk(), Presets.builtIn(program)).all(attempt, before);
    }
}
