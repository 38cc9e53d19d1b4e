package dev.reeve.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GeminiRealTest extends RealProgramContract {

    GeminiRealTest() {
        super(new GeminiCli());
    }

    private record GeminiCli() implements RealProgram {

        @Override
        public String name() {
            return "gemini";
        }

        @Override
        public String published() {
            return "@google/gemini-cli";
        }

        @Override
        public String agent(StubModel model, Path key, RealWorkspace live) throws IOException {
            Path own = Files.createDirectories(live.home().resolve(".gemini"));
            Files.writeString(
                    own.resolve("settings.json"), "{\"security\":{\"auth\":{\"selectedType\":\"gemini-api-key\"}}}");
            return """
                    runtime: gemini
                    model: google/gemini-2.5-pro
                    env: {GOOGLE_GEMINI_BASE_URL: "%s"}
                    credentials: {GEMINI_API_KEY: "file:%s"}
                    """.formatted(model.url(), key);
        }

        @Override
        public String write(Path file, String content) {
            return RealProgram.call("write_file", "file_path", file.toString(), "content", content);
        }

        @Override
        public String run(String command) {
            return RealProgram.call("run_shell_command", "command", command, "description", "waits");
        }

        @Override
        public String mayRun() {
            return "permissions: full\n";
        }

        @Override
        public String memory() {
            return ".gemini/tmp";
        }

        @Override
        public boolean givesUpWhenLimited() {
            return false;
        }
    }
}
