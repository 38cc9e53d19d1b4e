package dev.reeve.agent;

import dev.reeve.task.Budget;
import dev.reeve.task.Paths;
import dev.reeve.task.Permissions;
import dev.reeve.task.Sandbox;
import dev.reeve.task.Verify;
import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.FilePaths;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Names;
import dev.reeve.text.Numbers;
import dev.reeve.text.Place;
import dev.reeve.text.Quoted;
import dev.reeve.text.Report;
import dev.reeve.text.Session;
import dev.reeve.text.Texts;
import dev.reeve.text.Value;
import dev.reeve.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of an agent.yaml, and what stands for those that are not written. */
final class AgentKeys {

    private static final String COMMAND_EXAMPLE = "command: [sh, run.sh]";

    private static final Key<String> RUNTIME = new Key<>("runtime", AgentKeys::runtime);
    private static final Key<List<String>> COMMAND = new Key<>("command", Lists.written(Texts.ANY, COMMAND_EXAMPLE));
    private static final Key<String> MODEL = new Key<>("model", Texts.line(200));
    private static final Key<List<String>> CONTEXT = new Key<>("context", Lists.of(FilePaths.INSIDE));
    private static final Key<Map<String, String>> ENV = new Key<>("env", Lists.map(Names.VARIABLE_NAME, Texts.ANY));
    private static final Key<String> CWD = new Key<>("cwd", Texts.line(1000));
    private static final Key<Duration> TIMEOUT = new Key<>("timeout", Durations.POSITIVE_OR_OFF);
    private static final Key<Duration> IDLE_TIMEOUT = new Key<>("idle_timeout", Durations.POSITIVE_OR_OFF);
    private static final Key<Integer> RETRIES = new Key<>("retries", Numbers.between(0, 1000));
    private static final Key<Duration> BACKOFF = new Key<>("backoff", Durations.ANY);
    private static final Key<Integer> CONCURRENCY = new Key<>("concurrency", Numbers.between(1, 10_000));
    private static final Key<String> FALLBACK = new Key<>("fallback", Names.NAME_OF_ONE);

    private static final Key<String> SESSION = new Key<>("session", Session.TYPE);
    private static final Key<List<String>> MAY_ASK = new Key<>("may_ask", Lists.of(AgentKeys::oneOrAll));

    private static final Key<Map<String, Credential>> CREDENTIALS =
            new Key<>("credentials", Lists.map(Names.VARIABLE_NAME, Credential.TYPE));
    private static final Key<List<String>> ARGS = new Key<>("args", Lists.of(Texts.ANY));
    private static final Key<List<String>> TOOLS = new Key<>("tools", Lists.of(Texts.line(200)));
    private static final Key<String> MCP = new Key<>("mcp", FilePaths.INSIDE);
    private static final Key<Boolean> WORKTREE = new Key<>("worktree", Words.TRUE_OR_FALSE);
    private static final Key<Boolean> NETWORK = new Key<>("network", Words.TRUE_OR_FALSE);

    private static final Key<Boolean> WAKE = new Key<>("wake", Words.TRUE_OR_FALSE);

    private static final Key<Integer> FAILURES = new Key<>("failures", Numbers.between(1, 1000));
    private static final Key<Integer> WINDOW = new Key<>("window", Numbers.between(1, 1000));
    private static final Key<Duration> COOLDOWN = new Key<>("cooldown", Durations.POSITIVE);
    private static final Key<Fields> BREAKER = new Key<>(
            "breaker",
            Form.of(FAILURES, WINDOW, COOLDOWN)
                    .elsewhere("failures", "threshold", "failureThreshold", "maxFailures")
                    .elsewhere("cooldown", "resetTimeout", "cooldownMs", "cooldownSeconds"));

    static final Form FORM = Form.of(
                    RUNTIME,
                    COMMAND,
                    MODEL,
                    CONTEXT,
                    ENV,
                    CWD,
                    TIMEOUT,
                    IDLE_TIMEOUT,
                    RETRIES,
                    BACKOFF,
                    CONCURRENCY,
                    BREAKER,
                    FALLBACK,
                    SESSION,
                    MAY_ASK,
                    WAKE,
                    Verify.KEY,
                    Verify.ROUNDS,
                    CREDENTIALS,
                    Permissions.KEY,
                    TOOLS,
                    MCP,
                    ARGS,
                    WORKTREE,
                    Paths.KEY,
                    Sandbox.KEY,
                    NETWORK,
                    Resources.KEY,
                    Budget.KEY)
            .elsewhere("command", "cmd", "exec", "argv", "program", "run")
            .elsewhere("context", "contextFiles", "bootstrapFiles", "files")
            .elsewhere("env", "environment", "variables")
            .elsewhere("cwd", "workdir", "workingDirectory", "workspace", "directory")
            .elsewhere("timeout", "runTimeoutSeconds", "timeoutSeconds", "timeoutMs")
            .elsewhere("retries", "maxRetries", "retry", "maxAttempts")
            .elsewhere("backoff", "retryDelay", "backoffMs", "backoffSeconds")
            .elsewhere("concurrency", "maxConcurrent", "parallelism")
            .elsewhere("breaker", "circuitBreaker")
            .elsewhere("fallback", "fallbackAgent", "fallbacks")
            .elsewhere("may_ask", "allowAgents", "subagents", "allowedAgents")
            .elsewhere("verify", "check", "validate", "review", "reviewer")
            .elsewhere("max_rounds", "maxReviews", "rounds", "maxIterations")
            .instead("name", "an agent's name is the name of its folder")
            .instead("id", "an agent's name is the name of its folder")
            .instead("agentId", "an agent's name is the name of its folder")
            .instead("agentDir", "an agent's folder is the one in which its agent.yaml stands")
            .instead("identity", "what an agent is stands in its AGENTS.md and SOUL.md")
            .instead("systemPrompt", "what an agent is stands in its AGENTS.md and SOUL.md")
            .instead("thinking", "give it to the program, in `command` or `env`")
            .elsewhere("credentials", "secrets", "apiKeys", "keys")
            .elsewhere("permissions", "permissionMode", "approval", "approvalMode")
            .elsewhere("tools", "allowedTools", "skills")
            .elsewhere("mcp", "mcpServers", "mcpConfig")
            .elsewhere("resources", "limits", "ulimits")
            .elsewhere("network", "internet", "net")
            .instead("apiKey", "write `credentials: {VARIABLE: file:~/PATH}`, so that no file of Reeve's holds it");

    /** How long one is asked, who is asked then, whether messages are questions, and who looks at what was answered. */
    private static final List<Key<?>> OF_A_PERSON =
            List.of(RUNTIME, TIMEOUT, FALLBACK, WAKE, Verify.KEY, Verify.ROUNDS);

    private static final List<String> USUAL_CONTEXT = List.of("AGENTS.md", "SOUL.md", "MEMORY.md", "TOOLS.md");
    private static final int USUAL_FAILURES = 3;
    private static final int USUAL_WINDOW = 5;

    private AgentKeys() {}

    static AgentConfig config(String name, Fields fields, Report report) {
        String runtime = fields.read(RUNTIME, Program.EXEC);
        List<String> command = fields.read(COMMAND, List.of());
        boolean exec = runtime.equals(Program.EXEC);
        boolean person = runtime.equals(Program.HUMAN);
        if (person) {
            refuseWhatIsOfPrograms(fields);
        }
        if (exec && !fields.has(COMMAND)) {
            report.error(
                    Place.WHOLE,
                    "no `command`",
                    "write how to run the agent: `" + COMMAND_EXAMPLE + "`, or which preset it is: `runtime: claude`");
        } else if (!command.isEmpty() && command.get(0).isBlank()) {
            fields.wrong(COMMAND, "its first word is empty", "write the program's name first");
        }
        for (Key<?> key : List.of(TOOLS, MCP, ARGS)) {
            if (exec && fields.has(key)) {
                fields.wrong(key, "of a `runtime: exec` nobody reads it", "say it in `command`");
            }
        }
        String fallback = fields.read(FALLBACK);
        if (name.equals(fallback)) {
            fields.wrong(FALLBACK, "this is the agent itself", "name another agent, or leave the key out");
        }
        return new AgentConfig(
                name,
                new Program(
                        runtime,
                        fields.read(Permissions.KEY, Permissions.EDIT),
                        fields.read(TOOLS, List.of()),
                        fields.read(MCP),
                        fields.read(ARGS, List.of())),
                command,
                fields.read(MODEL),
                fields.read(CONTEXT, USUAL_CONTEXT),
                fields.read(ENV, Map.of()),
                fields.read(CREDENTIALS, Map.of()),
                fields.read(CWD),
                fields.read(TIMEOUT, person ? Duration.ZERO : Duration.ofMinutes(30)),
                fields.read(IDLE_TIMEOUT, Duration.ZERO),
                fields.read(RETRIES, person ? 0 : 2),
                fields.read(BACKOFF, Duration.ofSeconds(2)),
                fields.read(CONCURRENCY, 1),
                breaker(fields.read(BREAKER, Fields.none(report))),
                fallback,
                fields.read(SESSION, Session.FRESH),
                fields.read(MAY_ASK, List.of(AgentConfig.EVERYBODY)),
                fields.read(WAKE, !person),
                fields.read(Verify.KEY),
                fields.read(Verify.ROUNDS, Verify.USUAL_ROUNDS),
                new Confinement(
                        fields.read(Sandbox.KEY, Sandbox.NONE),
                        fields.read(NETWORK, true),
                        fields.read(Paths.KEY, Paths.NONE),
                        fields.read(WORKTREE, false),
                        fields.read(Resources.KEY, Resources.UNBOUNDED)),
                fields.read(Budget.KEY, Budget.NONE));
    }

    /** Nobody runs a person: what says how would be passed over without a word. */
    private static void refuseWhatIsOfPrograms(Fields fields) {
        for (Key<?> key : FORM.keys()) {
            if (fields.has(key) && !OF_A_PERSON.contains(key)) {
                fields.wrong(
                        key,
                        "of a person (`runtime: human`) it means nothing",
                        "expected no more than "
                                + OF_A_PERSON.stream()
                                        .map(one -> "`" + one.name() + "`")
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static AgentConfig.Breaker breaker(Fields fields) {
        int failures = fields.read(FAILURES, USUAL_FAILURES);
        int window = fields.read(WINDOW, Math.max(USUAL_WINDOW, failures));
        if (window < failures) {
            fields.wrong(
                    WINDOW,
                    failures + " failures can't be among " + window + " attempts",
                    "expected at least as many as `failures`");
        }
        return new AgentConfig.Breaker(failures, window, fields.read(COOLDOWN, Duration.ofSeconds(60)));
    }

    private static String oneOrAll(Value value) {
        String text = value.scalar("the name of an agent, or \"*\" for everybody");
        return AgentConfig.EVERYBODY.equals(text) ? text : Names.NAME_OF_ONE.read(value);
    }

    private static String runtime(Value value) {
        String text = value.scalar("exec, human, or the name of a preset");
        // whether there is such a preset, the workspace knows
        return text == null || Names.isName(text)
                ? text
                : value.wrong(
                        Quoted.of(text) + " is no name of a preset",
                        "expected exec, with a `command`, human, or a preset");
    }
}
