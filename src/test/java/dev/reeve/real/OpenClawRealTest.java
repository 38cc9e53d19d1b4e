package dev.reeve.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class OpenClawRealTest extends RealProgramContract {

    OpenClawRealTest() {
        super(new OpenClaw());
    }

    private record OpenClaw() implements RealProgram {

        @Override
        public String name() {
            return "openclaw";
        }

        @Override
        public String published() {
            return "openclaw";
        }

        @Override
        public String agent(StubModel model, Path key, RealWorkspace live) throws IOException {
            Path own = live.agent().path().resolve("openclaw.json");
            Files.writeString(own, """
                    {"models": {"providers": {"stub": {
                       "baseUrl": "%s/v1", "apiKey": "${STUB_KEY}", "api": "openai-completions",
                       "models": [{"id": "stub-model", "name": "stub", "input": ["text"], "contextWindow": 128000,
                         "maxTokens": 8192}]}}},
                     "tools": {"exec": {"security": "full", "ask": "off"}}}
                    """.formatted(model.url()));
            return """
                    runtime: openclaw
                    model: stub/stub-model
                    permissions: full
                    args: [--config, "%s"]
                    credentials: {STUB_KEY: "file:%s"}
                    """.formatted(own, key);
        }

        @Override
        public String write(Path file, String content) {
            return RealProgram.call("write", "path", file.toString(), "content", content);
        }

        @Override
        public String run(String command) {
            return RealProgram.call("exec", "command", command);
        }

        @Override
        public String memory() {
            return null;
        }

        @Override
        public boolean canOnlyRead() {
            return false;
        }
    }
}
