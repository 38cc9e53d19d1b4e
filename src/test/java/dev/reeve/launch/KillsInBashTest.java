package dev.reeve.launch;

class KillsInBashTest extends KillsContract {
    KillsInBashTest() {
        super("/bin/bash");
    }
}
