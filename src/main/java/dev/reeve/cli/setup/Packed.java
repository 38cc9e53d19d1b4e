package dev.reeve.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files that are packed with Reeve's classes: in its jar, or in a folder while it is being built. */
public final class Packed {

    private Packed() {}

    /** Every file of a packed folder: its path within that folder, with slashes, and its content. */
    public static SortedMap<String, byte[]> folder(String name) throws IOException {
        Path packed = where();
        SortedMap<String, byte[]> files =
                Files.isDirectory(packed) ? fromFolder(packed.resolve(name)) : fromJar(packed, name + "/");
        if (files.isEmpty()) {
            throw new IOException("nothing is packed under " + name + " in " + packed);
        }
        return files;
    }

    public static String text(String folder, String file) throws IOException {
        return new String(folder(folder).get(file), StandardCharsets.UTF_8);
    }

    private static Path where() {
        URI classes;
        try {
            classes = Packed.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Path.of(classes);
    }

    private static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> fromJar(Path jar, String prefix) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (JarFile open = new JarFile(jar.toFile())) {
            for (JarEntry entry : open.stream().toList()) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream content = open.getInputStream(entry)) {
                        files.put(entry.getName().substring(prefix.length()), content.readAllBytes());
                    }
                }
            }
        }
        return files;
    }
}
