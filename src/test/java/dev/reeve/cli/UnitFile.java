package dev.reeve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a systemd unit as systemd does: sections, keys, quoted words, specifiers. */
record UnitFile(Map<String, List<String>> lines) {

    static UnitFile read(Path file) throws IOException {
        Map<String, List<String>> lines = new HashMap<>();
        String section = "";
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0 || line.endsWith("\\")) {
                throw new AssertionError("no line of a unit: " + line);
            }
            lines.computeIfAbsent(section + "." + line.substring(0, equals), key -> new ArrayList<>())
                    .add(line.substring(equals + 1));
        }
        return new UnitFile(lines);
    }

    List<String> values(String section, String key) {
        return lines.getOrDefault(section + "." + key, List.of());
    }

    /** The one value, taken as it is but for specifiers. */
    String path(String section, String key) {
        return specifiers(values(section, key).get(0));
    }

    /** Phrases after quotes, escapes and specifiers, and a doubled dollar. */
    List<String> command(String section, String key) {
        return words(values(section, key).get(0)).stream()
                .map(UnitFile::dollars)
                .toList();
    }

    List<String> environment(String section) {
        return values(section, "Environment").stream()
                .map(UnitFile::words)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\') {
                word.append(line.charAt(++i));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ' ' && !quoted) {
                words.add(specifiers(word.toString()));
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        words.add(specifiers(word.toString()));
        return words;
    }

    private static String specifiers(String text) {
        if (text.replace("%%", "").contains("%")) {
            throw new AssertionError("a specifier that nobody meant: " + text);
        }
        return text.replace("%%", "%");
    }

    private static String dollars(String word) {
        if (word.replace("$$", "").contains("$")) {
            throw new AssertionError("a variable that nobody meant: " + word);
        }
        return word.replace("$$", "$");
    }
}
