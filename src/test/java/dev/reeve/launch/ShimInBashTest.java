package dev.reeve.launch;

class ShimInBashTest extends ShimContract {
    ShimInBashTest() {
        super("/bin/bash");
    }
}
