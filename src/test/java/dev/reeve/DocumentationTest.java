package dev.reeve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.schedule.ScheduleFile;
import dev.reeve.task.TaskFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say can be followed: their links lead somewhere, and their task files are task files. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern TASK = Pattern.compile("```markdown\n(.*?)```", Pattern.DOTALL);

    private static final Pattern SCHEDULE = Pattern.compile("(?m)^(cron|every):");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("workspace-template/README.md")));
        for (String folder : List.of("docs", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.getFileName().toString().endsWith(".md")
                                && !file.toString().contains("/drop/"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page).replaceAll("(?s)```.*?```|`[^`\n]*`", ""));
        while (link.find()) {
            if (link.group(1).contains("://")) {
                continue;
            }
            Path target = link.group(1).isEmpty()
                    ? page
                    : page.toAbsolutePath().resolveSibling(link.group(1)).normalize();
            assertTrue(Files.exists(target), () -> page + " links to " + link.group(1));
            if (link.group(2) != null) {
                assertTrue(
                        anchors(target).contains(link.group(2)),
                        () -> page + " links to #" + link.group(2) + ", which is none of " + target);
            }
        }
    }

    private static List<String> anchors(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void theTaskFilesAndSchedulesThatAreShownAreUnderstood() throws IOException {
        int shown = 0;
        for (Path page : pages()) {
            Matcher task = TASK.matcher(Files.readString(page));
            while (task.find()) {
                byte[] content = task.group(1).getBytes(StandardCharsets.UTF_8);
                boolean schedule = SCHEDULE.matcher(task.group(1)).find();
                assertEquals(
                        List.of(),
                        schedule
                                ? ScheduleFile.read("shown.md", "shown", content, ZoneOffset.UTC)
                                        .problems()
                                : TaskFile.read("shown.md", content, ZoneOffset.UTC)
                                        .problems(),
                        page::toString);
                shown++;
            }
        }
        assertFalse(shown == 0, "no page shows a task file");
    }
}
