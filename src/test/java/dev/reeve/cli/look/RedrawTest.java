package dev.reeve.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RedrawTest {

    @Test
    void aLineIsCutAtTheEdgeOfTheTerminalAndItsColoursAreNot() {
        assertEquals("\033[31mab\033[0m", Redraw.fit("\033[31mabc\033[0m", 2));
    }
}
