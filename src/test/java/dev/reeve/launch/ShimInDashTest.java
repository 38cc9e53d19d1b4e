package dev.reeve.launch;

class ShimInDashTest extends ShimContract {
    ShimInDashTest() {
        super("/bin/dash");
    }
}
