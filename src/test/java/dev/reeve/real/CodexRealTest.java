package dev.reeve.real;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CodexRealTest extends RealProgramContract {

    CodexRealTest() {
        super(new Codex());
    }

    private record Codex() implements RealProgram {

        @Override
        public String name() {
            return "codex";
        }

        @Override
        public String published() {
            return "@openai/codex";
        }

        @Override
        public String agent(StubModel model, Path key, RealWorkspace live) throws IOException {
            Path home = Files.createDirectories(live.home().resolve(".codex"));
            assumeFalse(
                    home.startsWith(System.getProperty("java.io.tmpdir")),
                    "codex's own sandbox breaks where its home is under the temporary folder: build elsewhere");
            Files.writeString(home.resolve("config.toml"), """
                    model_provider = "stub"
                    [model_providers.stub]
                    name = "stub"
                    base_url = "%s/v1"
                    wire_api = "responses"
                    env_key = "STUB_KEY"
                    request_max_retries = 0
                    stream_max_retries = 0
                    """.formatted(model.url()));
            return """
                    runtime: codex
                    model: openai/gpt-5
                    env: {CODEX_HOME: "%s"}
                    credentials: {STUB_KEY: "file:%s"}
                    """.formatted(home, key);
        }

        @Override
        public String write(Path file, String content) {
            return run("echo " + content + " > " + file);
        }

        @Override
        public String run(String command) {
            return RealProgram.call("exec_command", "cmd", command);
        }

        /** Its own sandbox works within another one for anybody but root. */
        @Override
        public String inSandbox() {
            return "root".equals(System.getProperty("user.name")) ? "permissions: full\n" : "";
        }

        @Override
        public String memory() {
            return ".codex/sessions";
        }
    }
}
