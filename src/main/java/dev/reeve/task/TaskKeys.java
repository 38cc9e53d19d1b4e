package dev.reeve.task;

import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.FilePaths;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Names;
import dev.reeve.text.Node;
import dev.reeve.text.Numbers;
import dev.reeve.text.Session;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.When;
import dev.reeve.text.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a task. */
final class TaskKeys {

    static final Key<String> TASK = new Key<>("task", Texts.ANY);
    static final Key<String> AGENT = new Key<>("agent", Names.NAME_OF_ONE);
    static final Key<String> LABEL = new Key<>("label", Names.LABEL);
    static final Key<Integer> PRIORITY = new Key<>("priority", Numbers.between(1, 3));
    static final Key<String> MODEL = new Key<>("model", Texts.line(200));
    static final Key<String> SESSION = new Key<>("session", Session.TYPE);
    static final Key<String> CWD = new Key<>("cwd", Texts.line(1000));
    private static final Key<Duration> TIMEOUT = new Key<>("timeout", Durations.POSITIVE_OR_OFF);
    private static final Key<Duration> IDLE_TIMEOUT = new Key<>("idle_timeout", Durations.POSITIVE_OR_OFF);
    private static final Key<When> DEADLINE = new Key<>("deadline", When.TYPE);
    static final Key<Integer> RETRIES = new Key<>("retries", Numbers.between(0, 1000));
    private static final Key<Duration> BACKOFF = new Key<>("backoff", Durations.ANY);
    static final Key<TaskSpec.OnLost> ON_LOST = new Key<>("on_lost", Words.of(TaskSpec.OnLost.class));
    private static final Key<When> NOT_BEFORE = new Key<>("not_before", When.TYPE);
    static final Key<List<String>> AFTER = new Key<>("after", Lists.of(Names.LABEL, TaskFile.MOST_AFTER));
    static final Key<TaskSpec.AfterFailed> AFTER_FAILED =
            new Key<>("after_failed", Words.of(TaskSpec.AfterFailed.class));
    static final Key<String> GROUP = new Key<>("group", Names.NAME_OF_ONE);
    static final Key<List<String>> INPUTS = new Key<>("inputs", Lists.of(FilePaths.INSIDE));
    static final Key<TaskSpec.OutputFormat> OUTPUT = new Key<>("output", output());
    private static final Key<Boolean> MEMORY = new Key<>("memory", Words.TRUE_OR_FALSE);
    static final Key<String> IDEMPOTENCY_KEY = new Key<>("idempotency_key", Texts.line(200));
    static final Key<String> FALLBACK = new Key<>("fallback", Names.NAME_OF_ONE);
    private static final Key<Boolean> OPTIONAL = new Key<>("optional", Words.TRUE_OR_FALSE);
    static final Key<String> REPORT_TO = new Key<>("report_to", Texts.line(200));
    private static final Key<ObjectNode> META = new Key<>("meta", MetaMap::read);

    /** Of a JSON or YAML file. */
    static final Form STRUCTURED = common().and(TASK)
            .elsewhere("task", "prompt", "message", "text", "description", "instructions", "content", "goal", "body");

    /** Of a Markdown file. */
    static final Form FRONT_MATTER = frontMatter();

    private static final String OF_A_BRIDGE =
            "write it under `meta`, where `routes` see it; what a chat bridge writes is an event: drop it into events/";

    private TaskKeys() {}

    /** A new one, to which keys may be added. */
    static Form frontMatter() {
        return common().instead("task", "the task stands below the second `---`");
    }

    static Form common() {
        return Bounds.addTo(Form.of(
                        AGENT,
                        LABEL,
                        PRIORITY,
                        MODEL,
                        SESSION,
                        CWD,
                        TIMEOUT,
                        IDLE_TIMEOUT,
                        DEADLINE,
                        RETRIES,
                        BACKOFF,
                        ON_LOST,
                        NOT_BEFORE,
                        AFTER,
                        AFTER_FAILED,
                        GROUP,
                        INPUTS,
                        OUTPUT,
                        MEMORY,
                        IDEMPOTENCY_KEY,
                        FALLBACK,
                        OPTIONAL,
                        Verify.KEY,
                        Verify.ROUNDS,
                        REPORT_TO,
                        META))
                .elsewhere("approve", "approval", "requireApproval", "needsApproval", "confirm")
                .elsewhere("agent", "agentId", "agent_name", "assignee")
                .elsewhere("label", "name", "title", "taskName")
                .elsewhere("cwd", "workdir", "workingDirectory", "directory", "workspace")
                .elsewhere("timeout", "runTimeoutSeconds", "timeoutSeconds", "timeoutMs", "maxRuntime")
                .elsewhere("deadline", "due", "dueBy", "expiresAt")
                .elsewhere("retries", "maxRetries", "retry", "attempts", "maxAttempts")
                .elsewhere("backoff", "retryDelay", "backoffSeconds", "backoffMs")
                .elsewhere("not_before", "at", "runAt", "startAt", "delay")
                .elsewhere("after", "dependsOn", "depends", "needs", "requires")
                .elsewhere("group", "concurrencyGroup", "queue", "lane")
                .elsewhere("inputs", "input", "files", "attachments")
                .elsewhere("output", "outputFormat", "format")
                .elsewhere("meta", "metadata")
                .elsewhere("fallback", "fallbackAgent", "fallbacks")
                .elsewhere("verify", "check", "validate", "review", "reviewer")
                .elsewhere("max_rounds", "maxReviews", "rounds", "maxIterations")
                .elsewhere("report_to", "reportTo", "announceTo", "notify", "deliverTo", "replyTo")
                .instead("thinking", "give it to the agent's program, in its `command` or `env` in agent.yaml")
                .elsewhere("session", "sessionKey", "sessionId", "conversation")
                .instead("cron", "a schedule is a file of its own: schedules/NAME.md")
                .instead("cronExpr", "a schedule is a file of its own: schedules/NAME.md")
                .instead("schedule", "a schedule is a file of its own: schedules/NAME.md")
                .instead("channel", OF_A_BRIDGE)
                .instead("user_id", OF_A_BRIDGE)
                .instead("chat_id", OF_A_BRIDGE)
                .instead("type", OF_A_BRIDGE)
                .instead("env", "it belongs into the agent's agent.yaml")
                .instead("command", "it belongs into the agent's agent.yaml");
    }

    /** What these keys ask for; what nobody said stays null. */
    static TaskSpec spec(String text, Fields fields, ZoneId zone) {
        When deadline = fields.read(DEADLINE);
        if (deadline != null && Duration.ZERO.equals(deadline.in())) {
            fields.wrong(DEADLINE, "no time at all", "expected more than 0s, or leave the key out for none");
        }
        When notBefore = fields.read(NOT_BEFORE);
        return new TaskSpec(
                text,
                fields.read(AGENT),
                fields.read(LABEL),
                fields.read(PRIORITY),
                fields.read(MODEL),
                fields.read(SESSION),
                fields.read(CWD),
                fields.read(TIMEOUT),
                fields.read(IDLE_TIMEOUT),
                deadline == null ? null : deadline.in(),
                deadline == null ? null : deadline.at(zone),
                fields.read(RETRIES),
                fields.read(BACKOFF),
                fields.read(ON_LOST),
                notBefore == null ? null : notBefore.at(zone),
                notBefore == null ? null : notBefore.in(),
                fields.read(AFTER, List.of()),
                fields.read(AFTER_FAILED),
                fields.read(GROUP),
                fields.read(INPUTS, List.of()),
                fields.read(OUTPUT),
                fields.read(MEMORY),
                fields.read(IDEMPOTENCY_KEY),
                fields.read(FALLBACK),
                fields.read(OPTIONAL),
                fields.read(Verify.KEY),
                fields.read(Verify.ROUNDS),
                fields.read(REPORT_TO),
                Bounds.read(fields),
                fields.read(META));
    }

    /** The word alone, or {@code {format: json}}. */
    private static Type<TaskSpec.OutputFormat> output() {
        Type<TaskSpec.OutputFormat> word = Words.of(TaskSpec.OutputFormat.class);
        Key<TaskSpec.OutputFormat> format = new Key<>("format", word);
        Form map = Form.of(format);
        return value -> {
            if (!(value.node() instanceof Node.Mapping)) {
                return word.read(value);
            }
            Fields fields = map.read(value);
            return fields.has(format) ? fields.read(format) : value.wrong("no `format`", "expected {format: json}");
        };
    }
}
