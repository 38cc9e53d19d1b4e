package dev.reeve.launch;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ShimHistoriesInBashTest extends ShimHistories {

    @TempDir
    Path root;

    @Override
    ShimStage stage() throws IOException {
        return new RealShimStage(root, "/bin/bash");
    }
}
