package dev.reeve.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A copy of the launcher in a folder of its own, with stand-ins for Java and Maven that write down their calls. */
final class Launch {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final Path javaHome;
    private final Path bin;
    private final Path calls;
    private final Map<String, String> variables = new HashMap<>();

    Launch(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        this.javaHome = home.resolveSibling("a jdk");
        this.bin = Files.createDirectories(home.resolveSibling("tools"));
        this.calls = Files.createDirectories(home.resolveSibling("calls"));
        Files.copy(Path.of("reeve").toAbsolutePath(), home.resolve("reeve"));
        makeExecutable(home.resolve("reeve"));
        java("17.0.1");
        maven("");
    }

    Path home() {
        return home;
    }

    Path lock() {
        return home.resolve("target/launcher.lock");
    }

    Launch java(String version) throws IOException {
        javaWithoutRelease(version);
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return this;
    }

    Launch javaWithoutRelease(String version) throws IOException {
        Files.createDirectories(javaHome.resolve("bin"));
        Files.deleteIfExists(javaHome.resolve("release"));
        script(javaHome.resolve("bin/java"), """
                case ${1-} in
                  -version) echo "openjdk version \\"%s\\" 2024-01-01" >&2; : >"$CALLS/version.$$" ;;
                  *)
                    printf '[%%s]' "$@"
                    echo
                    echo "LC_ALL=${LC_ALL-} user=${REEVE_USER_LC_ALL--}"
                    ;;
                esac
                """.formatted(version));
        script(javaHome.resolve("bin/javac"), "exit 0\n");
        return this;
    }

    Launch built() throws IOException {
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/reeve.jar"), "");
        return this;
    }

    Launch builtWithRealJar() throws IOException {
        built();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(home.resolve("target/reeve.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(Echo.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
            jar.closeEntry();
        }
        return this;
    }

    Launch checkout() throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("workspace-template"));
        Files.writeString(home.resolve("workspace-template/reeve.yaml"), "");
        Files.writeString(home.resolve("pom.xml"), "");
        return this;
    }

    Launch mavenFails(String saying) throws IOException {
        maven("echo '" + saying + "'; exit 1\n");
        return this;
    }

    Launch mavenWaitsFor(Path file) throws IOException {
        maven("until [ -e '" + file + "' ]; do sleep 0.1; done\n");
        return this;
    }

    private void maven(String before) throws IOException {
        script(bin.resolve("mvn"), ": >\"$CALLS/mvn.$$\"\n" + before + "mkdir -p target\n: >target/reeve.jar\n");
    }

    /** How often this stand-in was called. */
    int calls(String name) throws IOException {
        try (var files = Files.list(calls)) {
            return (int) files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .count();
        }
    }

    /** A folder with the ordinary tools, and neither Java nor Maven among them. */
    Path pathWithoutJava() throws IOException {
        Path folder = Files.createDirectories(home.resolveSibling("few tools"));
        for (String tool : List.of("sh", "readlink", "cat", "find", "mkdir", "rm", "mv", "sed", "locale", "sleep")) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            if (Files.exists(real)) {
                script(folder.resolve(tool), "exec " + real + " \"$@\"\n");
            }
        }
        return folder;
    }

    /** @param value null to take the variable away */
    Launch with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Result run(String... arguments) throws Exception {
        return runAs(home.resolve("reeve").toString(), home.getParent(), arguments);
    }

    /** @param program is looked for by a shell, as a person would have it */
    Result runAs(String program, Path directory, String... arguments) throws Exception {
        Path out = Files.createTempFile(calls, "stdout", "");
        Path err = Files.createTempFile(calls, "stderr", "");
        Process process = process(program, directory, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        return new Result(exit, Files.readString(out), Files.readString(err));
    }

    Process start(String... arguments) throws IOException {
        return process(home.resolve("reeve").toString(), home, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder process(String program, Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\"", program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", javaHome.toString());
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("CALLS", calls.toString());
        environment.remove("REEVE_JAVA_OPTS");
        environment.remove("JAVA_TOOL_OPTIONS");
        variables.forEach((name, value) -> {
            if (value == null) {
                environment.remove(name);
            } else {
                environment.put(name, value);
            }
        });
        return builder;
    }

    void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited for " + PATIENCE + " in vain");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        makeExecutable(file);
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    record Result(int exit, String out, String err) {}
}
