package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.CommandPath;
import dev.reeve.confine.Secrets;
import dev.reeve.files.Programs;
import dev.reeve.files.Stat;
import dev.reeve.launch.Environment;
import dev.reeve.launch.Unlaunchable;
import dev.reeve.settings.PresetCheck;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an attempt works, with which variables, and what its command means there. */
final class Surroundings {

    private final Kit kit;
    private final Conversation conversation;
    private final Map<String, String> own;
    private final Path reeve;
    private final Programs programs;

    /**
     * @param own the supervisor's own variables
     * @param reeve the folder of the command {@code reeve}
     */
    Surroundings(Kit kit, Conversation conversation, Map<String, String> own, Path reeve, Programs programs) {
        this.kit = kit;
        this.conversation = conversation;
        this.own = own;
        this.reeve = reeve;
        this.programs = programs;
    }

    /**
     * A named directory, else the agent's own. Only one run at a time can have that, so that a run without memory, or one
     * of an agent with several at once, gets a folder of its own in it.
     */
    Path directory(TaskRecord record, AgentConfig agent) throws IOException {
        String named = record.spec().cwd() != null ? record.spec().cwd() : agent.cwd();
        if (named != null) {
            return kit.team().get().directories().of(named);
        }
        Path work = kit.workspace().agent(agent.name()).work();
        String first = conversation.first(record);
        String own = first == null ? record.id() : first;
        return record.memory() && agent.concurrency() == 1 ? work : work.resolve(own);
    }

    /** Makes a directory of Reeve's own; one that a person named must be there, and so must the agent's folder. */
    void make(Path directory, AgentConfig agent) throws IOException {
        Path work = kit.workspace().agent(agent.name()).work();
        if (!directory.startsWith(work) || kit.durable().exists(directory)) {
            return;
        }
        if (!directory.equals(work) && !kit.durable().exists(work)) {
            kit.disk().makeFolder(work);
        }
        kit.disk().makeFolder(directory);
    }

    /**
     * @param preset variables that its program wants; the agent's own come above them
     * @param secrets the agent's credentials
     * @param checked the answer that this attempt checks; null if it is at the work itself
     */
    Environment.Given given(
            TaskRecord record,
            AgentConfig agent,
            Map<String, String> preset,
            Secrets secrets,
            TaskFolder task,
            int attempt,
            Path directory,
            Environment.Checked checked) {
        Map<String, String> added = agent.env();
        if (!preset.isEmpty()) {
            added = new HashMap<>(preset);
            added.putAll(agent.env());
        }
        return new Environment.Given(
                own,
                kit.team().get().settings().passEnv(),
                reeve,
                added,
                secrets.variables(),
                kit.workspace(),
                kit.workspace().agent(agent.name()),
                task,
                attempt,
                directory,
                record.depth(),
                record.root(),
                record.spec().idempotencyKey(),
                model(record, agent),
                checked);
    }

    String model(TaskRecord record, AgentConfig agent) {
        return record.spec().model() != null ? record.spec().model() : agent.model();
    }

    /**
     * The command with its program as an absolute path, and files of the agent's folder too: it runs elsewhere.
     *
     * @param added what follows it
     */
    List<String> command(AgentConfig agent, List<String> added, Map<String, String> environment)
            throws Unlaunchable, IOException {
        AgentFolder folder = kit.workspace().agent(agent.name());
        List<String> argv = new ArrayList<>();
        List<String> command = PresetCheck.command(agent, kit.team().get().preset(agent));
        CommandPath program = CommandPath.find(command.get(0), folder, environment.get("PATH"), programs);
        if (program instanceof CommandPath.NotFound missing) {
            throw new Unlaunchable("the command of agent " + agent.name() + " can't be run: " + missing.reason());
        }
        argv.add(((CommandPath.Found) program).program().toString());
        for (String word : command.subList(1, command.size())) {
            Path file = fileOf(folder, word);
            argv.add(file == null ? word : file.toString());
        }
        argv.addAll(added);
        return argv;
    }

    private Path fileOf(AgentFolder agent, String word) throws IOException {
        if (word.isEmpty() || word.startsWith("/") || word.startsWith("-")) {
            return null;
        }
        try {
            Path file = agent.path().resolve(word).normalize();
            Stat stat = kit.disk().stat(file);
            return stat != null && stat.isFile() ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
