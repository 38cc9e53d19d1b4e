package dev.reeve.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small git repository with one commit, on the branch {@code main}. */
public record ARepository(Path top) {

    /** Skips the test where there is no git. */
    public static ARepository in(Path top) throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("git")));
        assumeTrue(there, "there is no git on the PATH of this machine");
        ARepository made = new ARepository(Files.createDirectories(top).toRealPath());
        made.git("init", "--quiet");
        made.git("symbolic-ref", "HEAD", "refs/heads/main");
        made.git("config", "user.name", "Ada");
        made.git("config", "user.email", "ada@example.org");
        made.write("story.txt", "once\n").commit("begin");
        return made;
    }

    public ARepository write(String name, String content) throws IOException {
        Path file = top.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    public ARepository commit(String message) throws IOException {
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
        return this;
    }

    /** What git says in it. It must end well. */
    public String git(String... words) throws IOException {
        return gitIn(top, words);
    }

    public static String gitIn(Path folder, String... words) throws IOException {
        List<String> argv = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        Process process = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), argv + ": " + out);
        return out.strip();
    }

    /** Its branches, in their order. */
    public List<String> branches() throws IOException {
        return git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads")
                .lines()
                .toList();
    }
}
