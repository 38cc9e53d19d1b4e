package dev.reeve.launch;

import java.io.IOException;

class ShimHistoriesSimulatedTest extends ShimHistories {

    @Override
    ShimStage stage() throws IOException {
        return SimulatedShimStage.make();
    }
}
