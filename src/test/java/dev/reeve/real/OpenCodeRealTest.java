package dev.reeve.real;

import java.nio.file.Path;

class OpenCodeRealTest extends RealProgramContract {

    OpenCodeRealTest() {
        super(new OpenCode());
    }

    private record OpenCode() implements RealProgram {

        @Override
        public String name() {
            return "opencode";
        }

        @Override
        public String published() {
            return "opencode-ai";
        }

        @Override
        public String agent(StubModel model, Path key, RealWorkspace live) {
            return """
                    runtime: opencode
                    model: stub/stub-model
                    env:
                      OPENCODE_CONFIG_CONTENT: '{"model":"stub/stub-model","small_model":"stub/stub-model","provider":{"stub":{
                        "npm":"@ai-sdk/openai-compatible","name":"stub","models":{"stub-model":{"name":"stub"}},
                        "options":{"baseURL":"%s/v1","apiKey":"{env:STUB_KEY}"}}}}'
                    credentials: {STUB_KEY: "file:%s"}
                    """.formatted(model.url(), key);
        }

        @Override
        public String write(Path file, String content) {
            return RealProgram.call("write", "filePath", file.toString(), "content", content);
        }

        @Override
        public String run(String command) {
            return RealProgram.call("bash", "command", command, "description", "waits");
        }

        @Override
        public String mayRun() {
            return "permissions: full\n";
        }

        @Override
        public String memory() {
            return ".local/share/opencode";
        }

        @Override
        public boolean givesUpWhenLimited() {
            return false;
        }
    }
}
