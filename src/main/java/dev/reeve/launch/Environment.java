package dev.reeve.launch;

import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The whole environment of an agent's process: nothing else of the supervisor's own reaches it. */
public final class Environment {

    /** The branch of the git worktree that it works in. */
    public static final String BRANCH = Variables.BRANCH;

    /** What the alert command is told in one line. */
    public static final String ALERT = Variables.ALERT;

    private static final Set<String> ALLOWED =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TERM", "TMPDIR", "TZ");
    private static final String LOCALE = "LC_";
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A shell sets or resets these by itself, so they would not arrive as they were given. */
    private static final Set<String> THE_SHELLS =
            Set.of("_", "IFS", "OPTIND", "PPID", "PWD", "OLDPWD", "SHLVL", "SHELLOPTS", "BASHOPTS");

    private Environment() {}

    /**
     * What an environment is made of.
     *
     * @param own the supervisor's own variables
     * @param pass which more of them reach every process
     * @param reeve the folder of the command {@code reeve}
     * @param added the agent's own variables
     * @param credentials the agent's as well; their values stand in no file of Reeve's
     * @param task where it will be while it runs
     * @param directory the working directory
     * @param depth 0 for a task that nobody's agent made
     * @param root the first ancestor's id, or the task's own
     * @param idempotencyKey the task's own; null for its id
     * @param model null where none is set
     * @param checked what it is to check; null for the work itself
     */
    public record Given(
            Map<String, String> own,
            List<String> pass,
            Path reeve,
            Map<String, String> added,
            Map<String, String> credentials,
            Workspace workspace,
            AgentFolder agent,
            TaskFolder task,
            int attempt,
            Path directory,
            int depth,
            String root,
            String idempotencyKey,
            String model,
            Checked checked) {

        /** Values may be secrets. */
        @Override
        public String toString() {
            return "Given[" + task + ", attempt " + attempt + "]";
        }
    }

    /** An answer, and its deliverables, that another attempt gave. */
    public record Checked(Path result, Path out) {}

    /**
     * Of a command that is nobody's task.
     *
     * @param own the supervisor's own variables
     * @param pass which more of them reach every process
     * @param reeve the folder of the command {@code reeve}
     */
    public static Map<String, String> ofCommand(
            Map<String, String> own, List<String> pass, Path reeve, Workspace workspace) {
        Map<String, String> variables = allowed(own);
        pass.stream().filter(own::containsKey).forEach(name -> variables.put(name, own.get(name)));
        variables.put(Variables.PATH, reeve + ":" + variables.getOrDefault(Variables.PATH, USUAL_PATH));
        variables.put(Variables.WORKSPACE, workspace.root().toString());
        return variables;
    }

    private static Map<String, String> allowed(Map<String, String> own) {
        Map<String, String> variables = new TreeMap<>();
        for (Map.Entry<String, String> variable : own.entrySet()) {
            String name = variable.getKey();
            boolean locale = name.startsWith(LOCALE) && IDENTIFIER.matcher(name).matches();
            if (ALLOWED.contains(name) || locale) {
                variables.put(name, variable.getValue());
            }
        }
        return variables;
    }

    /** @throws Unlaunchable if a name can't be a variable's, or is not the agent's to set */
    public static Map<String, String> of(Given given) throws Unlaunchable {
        Map<String, String> variables = allowed(given.own());
        check(
                given.pass(),
                given.added(),
                given.credentials().keySet(),
                given.agent().name());
        for (String name : given.pass()) {
            String value = given.own().get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.putAll(given.added());
        variables.putAll(given.credentials());
        variables.put(Variables.PATH, given.reeve() + ":" + variables.getOrDefault(Variables.PATH, USUAL_PATH));
        putReeves(variables, given);
        return variables;
    }

    /**
     * The part of {@link #of} that may fail, which can be asked before there is a task.
     *
     * @param credentials names only
     * @param agent whose own variables these are
     */
    public static void check(List<String> pass, Map<String, String> added, Set<String> credentials, String agent)
            throws Unlaunchable {
        for (String name : pass) {
            check(name, "pass_env in reeve.yaml");
        }
        for (Map.Entry<String, String> variable : added.entrySet()) {
            checkAdded(variable, "env of agent " + agent);
        }
        for (String name : credentials) {
            check(name, "credentials of agent " + agent);
        }
    }

    private static void putReeves(Map<String, String> variables, Given given) {
        AttemptFolder attempt = given.task().attempt(given.attempt());
        String id = given.task().id();
        variables.put(Variables.PWD, given.directory().toString());
        variables.put(Variables.WORKSPACE, given.workspace().root().toString());
        variables.put(Variables.AGENT, given.agent().name());
        variables.put(Variables.AGENT_DIR, given.agent().path().toString());
        variables.put(Variables.SHARED, given.workspace().shared().toString());
        variables.put(Variables.TASK_ID, id);
        variables.put(Variables.TASK_DIR, given.task().path().toString());
        variables.put(Variables.ATTEMPT, Integer.toString(given.attempt()));
        variables.put(Variables.DEPTH, Integer.toString(given.depth()));
        variables.put(Variables.ROOT, given.root());
        variables.put(Variables.PROMPT, attempt.prompt().toString());
        variables.put(Variables.INBOX, given.task().inbox().toString());
        variables.put(Variables.RESULT, attempt.result().toString());
        variables.put(Variables.OUT, attempt.out().toString());
        variables.put(Variables.SPAWN, attempt.spawn().toString());
        variables.put(Variables.SEND, attempt.send().toString());
        variables.put(Variables.NOTES, attempt.notes().toString());
        variables.put(Variables.USAGE, attempt.reported().toString());
        variables.put(Variables.IDEMPOTENCY_KEY, given.idempotencyKey() == null ? id : given.idempotencyKey());
        variables.put(Variables.TRACEPARENT, traceparent(given.root(), id, given.attempt()));
        if (given.model() != null) {
            variables.put(Variables.MODEL, given.model());
        }
        if (given.checked() != null) {
            variables.put(Variables.CHECKED_RESULT, given.checked().result().toString());
            variables.put(Variables.CHECKED_OUT, given.checked().out().toString());
        }
    }

    /** One trace for a root task and all its descendants, one span for an attempt, as W3C Trace Context writes them. */
    static String traceparent(String root, String task, int attempt) {
        return "00-" + Hash.hex(root, 32) + "-" + Hash.hex(task + "\n" + attempt, 16) + "-01";
    }

    private static void checkAdded(Map.Entry<String, String> variable, String where) throws Unlaunchable {
        check(variable.getKey(), where);
        if (variable.getValue().indexOf('\0') >= 0) {
            throw new Unlaunchable(where + ": the value of " + variable.getKey()
                    + " holds a zero byte, which no environment can carry; take it out");
        }
    }

    private static void check(String name, String where) throws Unlaunchable {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new Unlaunchable(where + ": \"" + name
                    + "\" can't be the name of a variable; use letters, digits and _, not beginning with a digit");
        }
        if (name.startsWith(Variables.PREFIX) || name.equals(Variables.TRACEPARENT)) {
            throw new Unlaunchable(where + ": " + name + " is set by Reeve itself; use another name");
        }
        if (THE_SHELLS.contains(name)) {
            throw new Unlaunchable(
                    where + ": " + name + " belongs to the shell and would not arrive; use another name");
        }
    }
}
