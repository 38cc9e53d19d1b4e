package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that one of many tasks gets.
 *
 * @param label a number, so that they sort as the files do, and the first file's name
 * @param names of its own files, without what goes along with every task
 * @param attached all of them, by the names that they have there
 */
record Share(String label, List<String> names, SortedMap<String, Path> attached) {

    static List<Share> of(Each each, List<Path> always, Path directory) throws IOException {
        Map<Path, Glob.Match> files = new LinkedHashMap<>();
        for (String glob : each.globs()) {
            Glob.expand(glob, directory).forEach(match -> files.putIfAbsent(match.file(), match));
        }
        List<Glob.Match> all = List.copyOf(files.values());
        int count = (all.size() + each.batch() - 1) / each.batch();
        int digits = Integer.toString(count).length();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * each.batch();
            List<Glob.Match> mine = all.subList(from, Math.min(all.size(), from + each.batch()));
            String number = String.format("%0" + digits + "d", i + 1);
            shares.add(share(number, mine, always));
        }
        return shares;
    }

    private static Share share(String number, List<Glob.Match> mine, List<Path> always) {
        TreeMap<String, Path> attached = new TreeMap<>();
        for (Path one : always) {
            put(attached, one.getFileName().toString(), one);
        }
        mine.forEach(match -> put(attached, match.name(), match.file()));
        String first = mine.get(0).file().getFileName().toString();
        int dot = first.lastIndexOf('.');
        String label = number + " " + TaskId.slug(dot > 0 ? first.substring(0, dot) : first);
        return new Share(label, mine.stream().map(Glob.Match::name).toList(), attached);
    }

    private static void put(Map<String, Path> attached, String name, Path file) {
        if (name.startsWith("task.")) {
            throw new UserError(
                    Exit.USAGE, file + ": this name is the task's own beside it. Give the file another name.");
        }
        Path other = attached.put(name, file);
        if (other != null) {
            throw new UserError(
                    Exit.USAGE, file + " and " + other + " would have the same name, " + name + ", in one task.");
        }
    }

    void addTo(Fingerprint fingerprint) throws IOException {
        for (Map.Entry<String, Path> one : attached.entrySet()) {
            fingerprint.add(one.getKey());
            if (Files.isRegularFile(one.getValue())) {
                fingerprint.add(one.getValue());
            }
        }
        // where one task ends and the next begins
        fingerprint.add(label);
    }
}
