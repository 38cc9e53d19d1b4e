package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoriesTest {

    private static final Directories DIRECTORIES = new Directories(Path.of("/ws"), "/home/me");

    @ParameterizedTest
    @ValueSource(strings = {"~/site", "~/site/", "/home/me/site", "/home/me/./site", "/home/me/other/../site"})
    void oneDirectoryHasOnePathHoweverItIsSpelt(String named) {
        assertEquals(Path.of("/home/me/site"), DIRECTORIES.of(named));
    }

    @Test
    void aRelativeNameStartsFromTheWorkspace() {
        assertEquals(Path.of("/ws/shared/repo"), DIRECTORIES.of("./shared/repo"));
    }

    @Test
    void withoutAHomeATildeIsALetterLikeOthers() {
        assertEquals(Path.of("/ws/~/site"), new Directories(Path.of("/ws"), null).of("~/site"));
    }
}
