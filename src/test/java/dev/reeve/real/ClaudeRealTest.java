package dev.reeve.real;

import java.nio.file.Path;

class ClaudeRealTest extends RealProgramContract {

    ClaudeRealTest() {
        super(new Claude());
    }

    /** It knows prices of its own: 3 dollars for a million that it sends, 15 for what comes back. */
    @Override
    String tokens() {
        return "10000 667";
    }

    private record Claude() implements RealProgram {

        @Override
        public String name() {
            return "claude";
        }

        @Override
        public String published() {
            return "@anthropic-ai/claude-code";
        }

        @Override
        public String agent(StubModel model, Path key, RealWorkspace live) {
            return """
                    runtime: claude
                    model: anthropic/claude-sonnet-4-5
                    env: {ANTHROPIC_BASE_URL: "%s"}
                    credentials: {ANTHROPIC_API_KEY: "file:%s"}
                    """.formatted(model.url(), key);
        }

        @Override
        public String write(Path file, String content) {
            return RealProgram.call("Write", "file_path", file.toString(), "content", content);
        }

        @Override
        public String run(String command) {
            return RealProgram.call("Bash", "command", command, "description", "waits");
        }

        @Override
        public String mayRun() {
            return "tools: [Bash]\n";
        }

        @Override
        public String memory() {
            return ".claude/projects";
        }
    }
}
