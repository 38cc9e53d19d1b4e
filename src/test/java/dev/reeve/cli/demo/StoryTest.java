package dev.reeve.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.RealDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {

    private static final String ID = "20261120-235959-aaaa-bird";

    @TempDir
    Path root;

    private Workspace workspace;
    private Story story;

    @BeforeEach
    void makeLogs() throws IOException {
        workspace = new Workspace(root);
        Files.createDirectory(workspace.logs());
        story = new Story(new RealDisk(), workspace);
    }

    private void write(String date, String text) throws IOException {
        Files.writeString(workspace.audit(date), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String line(String action) {
        return "\n{\"timestamp\":\"2026-11-20T23:59:59Z\",\"action\":\"" + action + "\",\"task\":\"" + ID + "\"}\n";
    }

    private List<State> states() throws IOException {
        return story.news().stream().map(Event::state).toList();
    }

    @Test
    void eachLineIsToldOnceAndOverMidnight() throws IOException {
        write("2026-11-20", line("accept") + line("start"));
        assertEquals(List.of(State.QUEUE, State.RUNNING), states());
        assertEquals(List.of(), states());

        write("2026-11-21", line("finish"));
        assertEquals(List.of(State.DONE), states());
        assertEquals(1, story.endings().size());
        assertEquals(State.DONE, story.endings().get(0).state());
    }

    @Test
    void halfALineIsNotThereYet() throws IOException {
        String whole = line("start");
        write("2026-11-20", whole.substring(0, 30));
        assertEquals(List.of(), states());

        write("2026-11-20", whole.substring(30));
        assertEquals(List.of(State.RUNNING), states());
    }

    @Test
    void whatIsNoJsonIsPassedOver() throws IOException {
        write("2026-11-20", "garbage\n" + line("start"));
        assertEquals(List.of(State.RUNNING), states());
    }
}
