package dev.reeve.task;

import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Names;
import dev.reeve.text.Node;
import dev.reeve.text.Numbers;
import dev.reeve.text.Texts;
import dev.reeve.text.Value;

/**
 * Who looks at an answer before it counts: a command line or an agent, as a task file or an agent.yaml says it.
 *
 * @param command for the shell; null if no command does
 * @param agent null if no agent does
 */
public record Verify(String command, String agent) {

    public static final int USUAL_ROUNDS = 3;

    public static final Key<Verify> KEY = new Key<>("verify", Verify::read);
    public static final Key<Integer> ROUNDS = new Key<>("max_rounds", Numbers.between(1, 100));

    private static final Key<String> AGENT = new Key<>("agent", Names.NAME_OF_ONE);
    private static final Form BY_AGENT = Form.of(AGENT)
            .elsewhere("agent", "agentId", "reviewer", "by", "name")
            .instead("command", "write the command line itself: `verify: make test`");

    private static Verify read(Value value) {
        if (value.node() instanceof Node.Mapping) {
            var fields = BY_AGENT.read(value);
            if (!fields.has(AGENT)) {
                return value.wrong("no `agent`", "expected a command line, or {agent: NAME}");
            }
            String agent = fields.read(AGENT);
            return agent == null ? null : new Verify(null, agent);
        }
        String command = Texts.ANY.read(value);
        if (command != null && command.isBlank()) {
            return value.wrong("empty", "expected a command line, or {agent: NAME}");
        }
        return command == null ? null : new Verify(command, null);
    }

    /** As a reason tells it. */
    public String words() {
        return agent == null ? "its `verify` command" : "agent " + agent;
    }
}
