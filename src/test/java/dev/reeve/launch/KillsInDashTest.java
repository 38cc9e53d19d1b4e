package dev.reeve.launch;

class KillsInDashTest extends KillsContract {
    KillsInDashTest() {
        super("/bin/dash");
    }
}
