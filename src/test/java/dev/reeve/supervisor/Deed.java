package dev.reeve.supervisor;

import java.io.IOException;

/** Something that somebody does in a workspace. */
record Deed(String words, Doing doing) {

    @FunctionalInterface
    interface Doing {
        void in(FuzzedWorkspace workspace, Traces traces) throws IOException;
    }

    @Override
    public String toString() {
        return words;
    }
}
